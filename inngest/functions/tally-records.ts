import { tallyRecords } from "@/lib/data/record-tally";

import { inngest } from "../client";

/** A long history is caught up with in pieces; what is left comes with the next minute. */
const mostPieces = 30;

/** Keeps the counts of days, so that no screen has to count millions of records. */
export const tallyAll = inngest.createFunction(
  { id: "tally-records", name: "Count the day's records", triggers: [{ cron: "* * * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) =>
    step.run("tally", async () => {
      for (let piece = 1; ; piece += 1) {
        const { until, isDone } = await tallyRecords();
        if (isDone || piece === mostPieces) return { until: until.toISOString() };
      }
    }),
);
