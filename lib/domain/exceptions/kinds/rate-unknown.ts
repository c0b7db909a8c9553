import { z } from "zod";

import { Rate } from "../../money";
import { defineKind } from "../kind";

export const rateUnknown = defineKind({
  id: "rate-unknown",
  title: "VAT rate not known at the till",
  family: "money",
  severity: "high",
  evidence: z.object({ rate: Rate }),
  entity: "rate",
  identity: ({ rate }) => rate,
  says: ({ rate }, { pos }) => `${pos} has no product group with ${rate} % VAT, which the web shop charged`,
  nextStep: ({ rate }, { pos }) =>
    `Ask finance whether ${rate} % is right. If so, add a product group with it in ${pos}; if not, correct the tax set-up of the web shop.`,
  remedies: ["send-again"],
  probe: "rates",
  owner: { role: "finance", respondWithinMinutes: 60 },
  playbook: [
    "Find out in which country the orders were placed and which rate is due there.",
    "Add the rate at the till or correct it in the shop. It is never booked as 0 %.",
    "Parity asks the till for its rates and lets the orders go.",
  ],
});
