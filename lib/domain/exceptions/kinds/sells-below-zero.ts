import { z } from "zod";

import { Sku } from "../../ids";
import { defineKind } from "../kind";

export const sellsBelowZero = defineKind({
  id: "sells-below-zero",
  title: "Sells when there is none",
  family: "stock",
  severity: "medium",
  evidence: z.object({ sku: Sku, why: z.enum(["mayOversell", "notTracked"]) }),
  entity: "sku",
  identity: ({ sku }) => sku,
  says: ({ sku, why }, { shop }) =>
    why === "mayOversell" ? `${shop} goes on selling ${sku} when none is left` : `${shop} does not count ${sku} and sells it without end`,
  nextStep: ({ sku, why }, { shop }) =>
    why === "mayOversell"
      ? `Switch off "continue selling when out of stock" for ${sku} in ${shop}.`
      : `Switch on "track quantity" for ${sku} in ${shop}.`,
  remedies: ["close-by-hand"],
  probe: "audit",
  owner: { role: "ecommerce", respondWithinMinutes: 480 },
  playbook: [
    "Ask whether selling without stock is meant (made to order, pre-order).",
    "If so, ignore this with a reason and an expiry.",
    "If not, change the setting in the shop.",
  ],
});
