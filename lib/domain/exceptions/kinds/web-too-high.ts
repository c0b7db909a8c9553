import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const webTooHigh = defineKind({
  id: "web-too-high",
  title: "The web sells what may be gone",
  family: "stock",
  severity: "high",
  evidence: z.object({
    sku: Sku,
    locationId: LocationId,
    store: z.string(),
    web: z.int(),
    sellable: z.int(),
    since: z.iso.datetime(),
    clock: z.string(),
  }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, web, sellable, clock }, { shop }) =>
    `${shop} has offered ${web - sellable} more of ${sku} at ${store} than there ${web - sellable === 1 ? "is" : "are"} since ${clock}, and does not come down`,
  nextStep: ({ sku, store, sellable }, { shop }) =>
    sellable === 0
      ? `Hold ${sku} at ${store} from the web until ${shop} shows the right figure: the next order for it cannot be filled.`
      : `Push the pair. If ${shop} still does not come down, hold ${sku} at ${store} from the web.`,
  remedies: ["push-pairs", "hold-from-web", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ops", respondWithinMinutes: 15 },
  playbook: [
    "Open the SKU: its timeline shows what the till sold and what the shop was sent.",
    "Push the pair. If the shop takes the figure this closes by itself.",
    "If it does not, hold the product at this location from the web, so that nobody orders what is gone.",
    "Look in the shop for another app or an import that writes its stock.",
  ],
});
