import { z } from "zod";

import { Sku } from "../../ids";
import { defineKind } from "../kind";

export const skuInactive = defineKind({
  id: "sku-inactive",
  title: "Product switched off at the till",
  family: "mapping",
  severity: "medium",
  evidence: z.object({ sku: Sku, ours: Sku, title: z.string() }),
  entity: "sku",
  identity: ({ sku }) => sku,
  says: ({ ours, title }, { pos }) => `${ours} (${title}) is switched off in ${pos}, but the web shop sells it`,
  nextStep: ({ ours }, { pos }) => `Switch ${ours} on for the till in ${pos}, or map the web product to its successor.`,
  remedies: ["map-sku"],
  probe: "catalogue",
  owner: { role: "ecommerce", respondWithinMinutes: 120 },
  playbook: [
    "Ask whether the product was switched off on purpose.",
    "If not, switch it on at the till: the orders go by themselves.",
    "If it was replaced, map the web product to its successor and release.",
  ],
});
