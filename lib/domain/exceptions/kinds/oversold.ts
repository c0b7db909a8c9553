import { z } from "zod";

import { Sku, WarehouseId } from "../../ids";
import { defineKind } from "../kind";

export const oversold = defineKind({
  id: "oversold",
  title: "Sold more than there is",
  family: "stock",
  severity: "high",
  evidence: z.object({ sku: Sku, warehouseId: WarehouseId, store: z.string(), available: z.number() }),
  entity: "sku",
  identity: ({ sku, warehouseId }) => `${warehouseId}:${sku}`,
  says: ({ sku, store, available }) =>
    `${-available} more of ${sku} ${available === -1 ? "is" : "are"} promised at ${store} than there are`,
  nextStep: ({ store }) => `Ask ${store} to count. Then fill from another store, wait for a delivery, or tell the customer.`,
  remedies: ["look-at-order", "close-by-hand"],
  probe: "replan",
  owner: { role: "ops", respondWithinMinutes: 15 },
  playbook: [
    "Ask the store to count the shelf.",
    "If another store has it, move the order there.",
    "Otherwise tell the customer before they travel.",
  ],
});
