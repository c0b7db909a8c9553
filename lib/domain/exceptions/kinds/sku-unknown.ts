import { z } from "zod";

import { Sku } from "../../ids";
import { defineKind } from "../kind";

export const skuUnknown = defineKind({
  id: "sku-unknown",
  title: "Product not known at the till",
  family: "mapping",
  severity: "high",
  evidence: z.object({ sku: Sku, title: z.string() }),
  entity: "sku",
  identity: ({ sku }) => sku,
  says: ({ sku, title }, { pos }) => `${sku} (${title}) is not known in ${pos}`,
  nextStep: ({ sku }, { pos }) => `Choose which product in ${pos} ${sku} is, or create it there with exactly this code.`,
  remedies: ["map-sku"],
  probe: "catalogue",
  owner: { role: "ecommerce", respondWithinMinutes: 60 },
  playbook: [
    "Look at the suggested products: an equal barcode is almost always right, an equal name often is not.",
    "If the product exists at the till under another code, map it and look at the preview.",
    "If it does not exist at the till, create it there with exactly the code shown; the orders then go by themselves.",
    "Release. Orders that also wait for another cause stay held and say so.",
  ],
});
