import { z } from "zod";

import { defineKind } from "../kind";

export const cancelledAfterDelivery = defineKind({
  id: "cancelled-after-delivery",
  title: "Cancelled online, handed over in store",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), posOrderId: z.string() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name }, { shop, pos }) => `Order ${name} was cancelled in ${shop}, but ${pos} has already handed the goods over`,
  nextStep: () => "Ask the store whether the customer has the goods, then charge again or take them back as a return.",
  remedies: ["look-at-order", "close-by-hand"],
  probe: null,
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Call the store.",
    "If the customer has the goods, the money is owed: charge again.",
    "If not, undo the hand-over at the till.",
  ],
});
