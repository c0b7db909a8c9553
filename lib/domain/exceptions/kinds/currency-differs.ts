import { z } from "zod";

import { Currency } from "../../money";
import { defineKind } from "../kind";

export const currencyDiffers = defineKind({
  id: "currency-differs",
  title: "Currency differs",
  family: "money",
  severity: "high",
  evidence: z.object({ currency: Currency, expected: Currency }),
  entity: "currency",
  identity: ({ currency }) => currency,
  says: ({ currency, expected }, { shop, pos }) => `${shop} sold in ${currency}, but ${pos} keeps its books in ${expected}`,
  nextStep: ({ currency }) => `Connect a Sitoo account that keeps ${currency}, or stop selling in ${currency} here.`,
  remedies: ["send-again"],
  probe: "replan",
  owner: { role: "finance", respondWithinMinutes: 120 },
  playbook: ["Ask finance where sales in this currency are booked.", "Nothing is converted by guess."],
});
