import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const stockRefused = defineKind({
  id: "stock-refused",
  title: "Stock not accepted",
  family: "stock",
  severity: "high",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), web: z.int(), sellable: z.int(), reason: z.string() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, web, sellable, reason }, { shop }) =>
    `${shop} does not take ${sellable} for ${sku} at ${store} and goes on showing ${web}: ${reason}`,
  nextStep: ({ sku }, { shop }) => `Put right what ${shop} says about ${sku}, then push the pair.`,
  remedies: ["push-pairs", "hold-from-web", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ecommerce", respondWithinMinutes: 60 },
  playbook: [
    "Read the shop's own reason.",
    "Correct the product or the location there.",
    "Push the pair; it closes when the web shows the right figure.",
  ],
});
