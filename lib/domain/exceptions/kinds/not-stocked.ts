import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const notStocked = defineKind({
  id: "not-stocked",
  title: "Not stocked at its location",
  family: "stock",
  severity: "medium",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), reason: z.string() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, reason }, { shop }) => `${shop} does not stock ${sku} at ${store} and would not let us: ${reason}`,
  nextStep: ({ sku, store }, { shop }) => `Activate ${sku} at ${store}. If ${shop} refuses again, switch the location on there first.`,
  remedies: ["activate-pair", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ecommerce", respondWithinMinutes: 240 },
  playbook: [
    "Open the product in the shop and look at its locations.",
    "See in the shop whether the location itself is switched on, or map it to another warehouse.",
    "Press Activate: the product is stocked there, its figure is sent and read back, and this closes.",
  ],
});
