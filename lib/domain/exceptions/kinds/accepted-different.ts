import { z } from "zod";

import { defineKind } from "../kind";

export const acceptedDifferent = defineKind({
  id: "accepted-different",
  title: "Accepted, but different",
  family: "orders",
  severity: "high",
  evidence: z.object({
    orderId: z.string(),
    name: z.string(),
    posOrderId: z.string(),
    differences: z.array(z.object({ field: z.string(), ours: z.string(), theirs: z.string() })),
  }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, differences }, { pos }) =>
    `${pos} took order ${name} but shows another ${differences.map(({ field }) => field).join(" and ")}`,
  nextStep: ({ posOrderId }, { pos }) => `Compare order ${posOrderId} in ${pos} with the web order and correct it there.`,
  remedies: ["look-at-order", "close-by-hand"],
  probe: "replan",
  owner: { role: "finance", respondWithinMinutes: 120 },
  playbook: [
    "Both values are shown side by side.",
    "Correct the order at the till or credit it there.",
    "Close with a note what was done.",
  ],
});
