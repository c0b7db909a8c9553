import { z } from "zod";

import { defineKind } from "../kind";

export const orderUnreadable = defineKind({
  id: "order-unreadable",
  title: "Order we cannot read",
  family: "orders",
  severity: "medium",
  evidence: z.object({ orderId: z.string(), name: z.string(), at: z.string() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, at }, { shop }) => `${shop} described order ${name} in a form that we do not know (${at})`,
  nextStep: () => "Look at the order in the web shop; if it looks ordinary there, tell an admin.",
  remedies: ["look-at-order", "send-again"],
  probe: null,
  owner: { role: "admin", respondWithinMinutes: 120 },
  playbook: ["Open the order in the web shop.", "An app that changes orders may be the reason.", "Send again once it is corrected."],
});
