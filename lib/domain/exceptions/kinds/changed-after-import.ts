import { z } from "zod";

import { defineKind } from "../kind";

export const changedAfterImport = defineKind({
  id: "changed-after-import",
  title: "Order changed after it reached the till",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), changes: z.array(z.string()) }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, changes }, { pos }) => `Order ${name} was changed in the web shop after it reached ${pos}: ${changes.join(", ")}`,
  nextStep: ({ name }, { pos }) => `Make the same change to ${name} in ${pos}, then close this.`,
  remedies: ["look-at-order", "close-by-hand"],
  probe: "replan",
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "The list says what changed.",
    "Tell the store if the parcel is being packed.",
    "Change the order at the till, then close with a note.",
  ],
});
