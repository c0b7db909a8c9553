import { z } from "zod";

import { Rate } from "../../money";
import { defineKind } from "../kind";

export const vatDiffers = defineKind({
  id: "vat-differs",
  title: "VAT differs",
  family: "money",
  severity: "high",
  evidence: z.object({ rate: Rate, looksLike: z.enum(["tax-mode", "other"]) }),
  entity: "tax-mode",
  identity: ({ rate, looksLike }) => `${looksLike}:${rate}`,
  says: ({ rate, looksLike }, { shop, pos }) =>
    looksLike === "tax-mode"
      ? `${shop} and ${pos} do not agree whether prices contain the ${rate} % VAT`
      : `The VAT that ${shop} charged at ${rate} % is not what ${pos} would compute`,
  nextStep: (_, { shop }) =>
    `Compare the tax settings of ${shop} with the till before anything is sent: every order of this kind would be booked wrongly.`,
  remedies: ["send-again"],
  probe: "replan",
  owner: { role: "finance", respondWithinMinutes: 60 },
  playbook: [
    "Look at one order: shop tax, till tax and the rate are shown side by side.",
    "A difference by the whole rate means one side has prices with VAT, the other without.",
    "Correct the setting with a second person, then release.",
  ],
});
