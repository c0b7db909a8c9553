import { z } from "zod";

import { defineKind } from "../kind";

export const orderWithoutLocation = defineKind({
  id: "order-without-location",
  title: "Order without a location",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name }, { shop }) => `${shop} has not said which location fills order ${name}`,
  nextStep: ({ name }, { shop }) => `Assign a location to ${name} in ${shop}, or choose the store here.`,
  remedies: ["choose-location", "link-order", "look-at-order", "send-again"],
  probe: "replan",
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Open the order in the web shop and assign the location that has the goods: Parity notices by itself and sends the order.",
    "If that cannot be done there, choose the store here, look at the preview and release.",
  ],
});
