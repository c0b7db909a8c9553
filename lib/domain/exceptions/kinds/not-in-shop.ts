import { z } from "zod";

import { Sku } from "../../ids";
import { defineKind } from "../kind";

export const notInShop = defineKind({
  id: "not-in-shop",
  title: "Gone from the shop",
  family: "stock",
  severity: "low",
  evidence: z.object({ sku: Sku }),
  entity: "sku",
  identity: ({ sku }) => sku,
  says: ({ sku }, { shop }) => `${shop} does not know ${sku} any more, so its stock cannot be shown`,
  nextStep: ({ sku }, { shop }) => `If ${sku} is still to be sold online, put it back in ${shop}; if not, ignore this.`,
  remedies: ["push-pairs", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ecommerce", respondWithinMinutes: 1_440 },
  playbook: [
    "See whether the product was deleted or got another SKU.",
    "Put it back or correct its SKU; Parity sends its stock by itself.",
  ],
});
