import { db } from "@/lib/data/client";
import { pruneDeliveries } from "@/lib/data/deliveries";
import { pruneNotices } from "@/lib/data/notices";
import { pruneTally } from "@/lib/data/record-tally";
import { pruneRuns } from "@/lib/data/records";

import { inngest } from "../client";

/** Days for which a trace can be read back: messages as they came, runs with their records, what people were told. */
const keep = { deliveries: 60, runs: 400, notices: 90 };

export const prune = inngest.createFunction(
  { id: "prune", name: "Let go of what is too old", triggers: [{ cron: "41 3 * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) => ({
    deliveries: await step.run("deliveries", () => pruneDeliveries(db, keep.deliveries)),
    runs: await step.run("runs", () => pruneRuns(db, keep.runs)),
    notices: await step.run("notices", () => pruneNotices(db, keep.notices)),
    tally: await step.run("tally", () => pruneTally(db, keep.runs)),
  }),
);
