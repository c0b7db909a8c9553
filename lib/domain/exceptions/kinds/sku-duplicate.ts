import { z } from "zod";

import { Sku } from "../../ids";
import { defineKind } from "../kind";

export const skuDuplicate = defineKind({
  id: "sku-duplicate",
  title: "Two products with one SKU",
  family: "stock",
  severity: "high",
  evidence: z.object({ sku: Sku, products: z.int() }),
  entity: "sku",
  identity: ({ sku }) => sku,
  says: ({ sku, products }, { shop }) =>
    `${products} products in ${shop} have the SKU ${sku}; their stock is not sent until each has its own`,
  nextStep: ({ sku }, { shop }) => `Give each product with ${sku} in ${shop} a SKU of its own.`,
  remedies: ["push-pairs", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ecommerce", respondWithinMinutes: 120 },
  playbook: [
    "Search the SKU in the shop: every product that has it is listed.",
    "Give all but one another SKU, or delete the copies.",
    "Parity notices with the next look at the catalogue.",
  ],
});
