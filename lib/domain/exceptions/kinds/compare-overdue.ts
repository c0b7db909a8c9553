import { z } from "zod";

import { defineKind } from "../kind";

export const compareOverdue = defineKind({
  id: "compare-overdue",
  title: "The full check is overdue",
  family: "stock",
  severity: "medium",
  evidence: z.object({ hours: z.int(), day: z.string(), pairs: z.int() }),
  entity: "connection",
  identity: () => "compare",
  says: ({ day, pairs }, { shop }) =>
    day === ""
      ? `The stock of ${shop} has never been compared with the till in full`
      : `${pairs.toLocaleString("en-GB")} figures in ${shop} were last checked on ${day}: the full check has not ended since`,
  nextStep: () => "Start a full check from the stock board and see where it stops.",
  remedies: ["open-stock", "close-by-hand"],
  probe: "lag",
  owner: { role: "ops", respondWithinMinutes: 480 },
  playbook: [
    "The full check runs at 04:00 by the shop's clock.",
    "Open the last check: it names the location that could not be compared.",
    "Start one by hand; this closes by itself when it has ended.",
  ],
});
