import { z } from "zod";

import { defineKind } from "../kind";

export const cannotTell = defineKind({
  id: "cannot-tell",
  title: "Unclear whether it arrived",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), externalId: z.string(), attempts: z.int() }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, attempts }, { pos }) => `${pos} gave no clear answer for order ${name} ${attempts} times, and does not show it`,
  nextStep: ({ externalId }, { pos }) => `Look for ${externalId} in ${pos}. If it is not there, send again: it cannot be made twice.`,
  remedies: ["send-again", "link-order", "look-at-order"],
  probe: null,
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Search the till for the external id shown.",
    "If it is there, wait: Parity finds it and confirms it.",
    "If it is not, send again. The till takes an external id only once.",
  ],
});
