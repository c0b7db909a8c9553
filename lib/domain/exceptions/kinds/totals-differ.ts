import { z } from "zod";

import { Currency, Minor, toAmount } from "../../money";
import { defineKind } from "../kind";

export const totalsDiffer = defineKind({
  id: "totals-differ",
  title: "Order does not add up",
  family: "money",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), lines: Minor, total: Minor, currency: Currency }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, lines, total, currency }) =>
    `The lines of ${name} come to ${toAmount(lines, currency)} ${currency}, but the order says ${toAmount(total, currency)}`,
  nextStep: ({ name }, { shop }) => `Open ${name} in ${shop} and look for a fee, tip or discount that is on no line.`,
  remedies: ["look-at-order", "send-again", "link-order"],
  probe: "replan",
  owner: { role: "finance", respondWithinMinutes: 120 },
  playbook: [
    "Compare the lines with the order total in the web shop.",
    "A fee or tip outside the lines must become a line.",
    "Nothing is sent until both agree to the penny.",
  ],
});
