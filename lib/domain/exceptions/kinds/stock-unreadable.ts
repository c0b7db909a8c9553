import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const stockUnreadable = defineKind({
  id: "stock-unreadable",
  title: "An answer about one product makes no sense",
  family: "stock",
  severity: "high",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), side: z.string(), at: z.string() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, side }) => `${side} answers something about ${sku} at ${store} that cannot be understood, so its stock stands still`,
  nextStep: ({ sku, side }) => `Open ${sku} in ${side} and look for a quantity or a field that cannot be right, then push the pair.`,
  remedies: ["push-pairs", "hold-from-web", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ops", respondWithinMinutes: 60 },
  playbook: [
    "Only this product stands still; all others go on.",
    "Correct it where it is wrong and push the pair.",
    "If nobody can see anything wrong, send us the part of the answer that is named here.",
  ],
});
