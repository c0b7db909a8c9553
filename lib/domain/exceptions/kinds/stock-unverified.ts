import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const stockUnverified = defineKind({
  id: "stock-unverified",
  title: "Nobody has checked this stock lately",
  family: "stock",
  severity: "medium",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), hours: z.int(), day: z.string() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, day }, { shop }) =>
    `What ${shop} shows of ${sku} at ${store} was last seen to be right on ${day}; the full checks since left it out`,
  nextStep: ({ sku }, { pos, shop }) =>
    `Push the pair: both sides are read anew. If it fails, see whether ${pos} and ${shop} still have ${sku}.`,
  remedies: ["push-pairs", "close-by-hand"],
  probe: "pairs",
  owner: { role: "ops", respondWithinMinutes: 480 },
  playbook: [
    "Every pair is confirmed by each full check at night; this one was not, while others were.",
    "Push the pair; it closes when both sides were read and agree.",
    "If the product is no longer sold at this location, take it out of the shop's location.",
  ],
});
