import { z } from "zod";

import { defineKind } from "../kind";

export const posRefused = defineKind({
  id: "pos-refused",
  title: "The till refused the order",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), reason: z.string() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, reason }, { pos }) => `${pos} refused order ${name}: ${reason}`,
  nextStep: () => "Correct what it names, then send the order again.",
  remedies: ["edit-order", "send-again", "link-order", "look-at-order"],
  probe: null,
  owner: { role: "ops", respondWithinMinutes: 60 },
  playbook: [
    "Read the reason: it is the till's own.",
    "Correct it at the side it names.",
    "Send again. If it is refused twice, assign it to an admin with a comment.",
  ],
});
