import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const negativeAtTill = defineKind({
  id: "negative-at-till",
  title: "Less than nothing at the till",
  family: "stock",
  severity: "medium",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), units: z.number() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, units }, { pos }) => `${pos} says there are ${units} of ${sku} at ${store}`,
  nextStep: ({ sku, store }) => `Ask ${store} to count ${sku} and to book the count.`,
  remedies: ["close-by-hand"],
  probe: "pairs",
  owner: { role: "ops", respondWithinMinutes: 240 },
  playbook: [
    "More was sold than had been received: a delivery was not booked, or another article was scanned.",
    "Count the shelf and book the count at the till.",
    "The web shows none of it until then.",
  ],
});
