import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const stockLate = defineKind({
  id: "stock-late",
  title: "Stock of one product does not arrive",
  family: "stock",
  severity: "medium",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), since: z.iso.datetime(), clock: z.string() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, clock }, { shop }) =>
    `What happened to ${sku} at ${store} since ${clock} has not reached ${shop}, while other products do`,
  nextStep: ({ sku }, { shop, pos }) => `Push the pair. If it still does not arrive, open ${sku} in ${pos} and in ${shop} and compare.`,
  remedies: ["push-pairs", "hold-from-web", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ops", respondWithinMinutes: 60 },
  playbook: [
    "Open the SKU: the last confirmed figure and what waits stand there.",
    "Push the pair and watch whether its confirmed time moves.",
    "It closes by itself as soon as the shop's figure is read and right.",
  ],
});
