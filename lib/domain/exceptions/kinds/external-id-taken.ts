import { z } from "zod";

import { defineKind } from "../kind";

export const externalIdTaken = defineKind({
  id: "external-id-taken",
  title: "Order number already used at the till",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), externalId: z.string(), posOrderId: z.string() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, externalId, posOrderId }, { pos }) =>
    `${pos} already has another order ${posOrderId} under ${externalId}, the number meant for ${name}`,
  nextStep: ({ posOrderId }, { pos }) =>
    `Compare ${posOrderId} in ${pos} with the web order. If it was entered by hand, link the two; otherwise ask an admin.`,
  remedies: ["link-order", "look-at-order", "close-by-hand"],
  probe: null,
  owner: { role: "ops", respondWithinMinutes: 60 },
  playbook: [
    "Open both orders.",
    "If a colleague entered the order by hand, link the two: it is then never sent a second time.",
    "If it is somebody else's order, ask an admin.",
  ],
});
