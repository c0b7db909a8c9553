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
  nextStep: ({ sku, store }, { shop }) => `In ${shop}, switch on ${store} for ${sku}, then push the pair.`,
  remedies: ["push-pairs", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ecommerce", respondWithinMinutes: 240 },
  playbook: [
    "Open the product in the shop and look at its locations.",
    "Switch the location on, or map the location to another warehouse.",
  ],
});
