import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const stockDiffers = defineKind({
  id: "stock-differs",
  title: "The web shows another stock",
  family: "stock",
  severity: "high",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), web: z.int(), sellable: z.int() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, web, sellable }, { shop }) =>
    web > sellable
      ? `${shop} offers ${web} of ${sku} at ${store}, ${web - sellable} more than may be sold`
      : `${shop} offers ${web} of ${sku} at ${store} and hides ${sellable - web} that could be sold`,
  nextStep: ({ sku, store }, { shop }) =>
    `Look in ${shop} for what keeps changing ${sku} at ${store}: another app, an import or a colleague. Then push the pair again.`,
  remedies: ["push-pairs", "hold-from-web", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Open the SKU: its timeline shows what was sent and what the shop made of it.",
    "Ask who or what else writes stock in the shop, and stop it.",
    "Push the pair; it closes when the web shows the right figure.",
  ],
});
