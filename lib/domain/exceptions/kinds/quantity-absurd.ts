import { z } from "zod";

import { defineKind } from "../kind";

export const quantityAbsurd = defineKind({
  id: "quantity-absurd",
  title: "Quantity that cannot be meant",
  family: "orders",
  severity: "medium",
  evidence: z.object({ orderId: z.string(), name: z.string(), quantity: z.int(), line: z.string() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, quantity, line }) => `Order ${name} asks for ${quantity.toLocaleString("en-GB")} units of ${line}`,
  nextStep: ({ name }, { shop }) => `Open ${name} in ${shop} and correct or cancel it.`,
  remedies: ["look-at-order", "link-order"],
  probe: "replan",
  owner: { role: "ops", respondWithinMinutes: 120 },
  playbook: ["Ask the customer.", "Correct or cancel the order in the web shop; Parity follows."],
});
