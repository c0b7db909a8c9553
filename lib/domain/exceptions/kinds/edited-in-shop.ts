import { z } from "zod";

import { LocationId, Sku } from "../../ids";
import { defineKind } from "../kind";

export const editedInShop = defineKind({
  id: "edited-in-shop",
  title: "Stock edited on the wrong side",
  family: "stock",
  severity: "low",
  evidence: z.object({ sku: Sku, locationId: LocationId, store: z.string(), from: z.int(), to: z.int(), restored: z.int() }),
  entity: "sku",
  identity: ({ sku, locationId }) => `${locationId}:${sku}`,
  says: ({ sku, store, from, to, restored }, { shop }) =>
    `Somebody changed ${sku} at ${store} in ${shop} from ${from} to ${to}; it was put back to ${restored}`,
  nextStep: ({ store, to }, { pos }) =>
    `Tell whoever did it to book it in ${pos} for ${store}: the web follows by itself. If ${to} is right, accept it until ${store} has counted.`,
  remedies: ["accept-edit", "close-by-hand"],
  probe: null,
  owner: { role: "ops", respondWithinMinutes: 1_440 },
  playbook: [
    "The till is the only truth for stock; what is typed into the shop is overwritten.",
    "If the new figure was right, book a count at the till, or accept it here until the store has counted.",
    "This closes by itself a day after the last edit.",
  ],
});
