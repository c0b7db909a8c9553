import { z } from "zod";

import { Sku } from "../../ids";
import { sayPercent } from "../../prices/round-percent";
import { sayWallTime } from "../../wall-time";
import { defineKind } from "../kind";

const Evidence = z.object({
  /** One product, or the same difference on several: what looks like a promotion. */
  scope: z.enum(["sku", "promotion"]),
  sku: Sku,
  title: z.string(),
  /** Below the till's price; a minus sign: above. */
  percent: z.string(),
  code: z.string(),
  skus: z.array(Sku),
  products: z.int(),
  since: z.iso.datetime(),
  zone: z.string(),
});

export const priceDiffers = defineKind({
  id: "price-differs",
  title: "Price is not the till's",
  family: "money",
  severity: "medium",
  evidence: Evidence,
  entity: "price",
  identity: ({ scope, sku, percent, code }) =>
    scope === "sku" ? `sku:${sku}:${percent}` : `promotion:${percent}${code === "" ? "" : `:${code.toLowerCase()}`}`,
  says: ({ scope, title, percent, products, since, zone, code }) =>
    scope === "sku"
      ? `Price of ${title} is ${sayPercent(percent)} the till's; no promotion is known for it`
      : `Prices are ${sayPercent(percent)} the till's on ${products} products since ${sayWallTime(since, zone)}${code === "" ? "" : ` with code ${code}`}: a promotion that nobody declared?`,
  nextStep: ({ scope, title, percent }, { pos }) =>
    scope === "sku"
      ? `Correct the price of ${title} in ${pos}, or declare the promotion that makes it ${sayPercent(percent)}.`
      : "Declare the promotion with its dates, and everything sold in it goes; or correct the prices in the shop and accept what was sold until then.",
  remedies: ["declare-promotion", "send-again"],
  probe: "prices",
  owner: { role: "ecommerce", respondWithinMinutes: 60 },
  playbook: [
    "Ask whoever plans promotions whether one began about when the difference was first seen.",
    "If so, declare it with its dates and products: the preview shows which held orders it frees.",
    "If it is a mistake that customers already paid, accept the difference until the price is put right: they pay what they were shown.",
    "If the till's price is the wrong one, correct it there; Parity reads it again and the orders go by themselves.",
  ],
});
