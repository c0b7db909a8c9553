import { setTimeout as pause } from "node:timers/promises";

import { inTransaction } from "@/lib/data/client";
import { emit } from "@/lib/data/outbox";
import { countPlan, feedPlan, getPlan, movePlan } from "@/lib/data/release-plans";

import { inngest } from "../client";
import { releaseRequested } from "../events";

const atOnce = 50;
const stepMs = 10_000;
const lookMs = 250;

/** Feeds a released plan into the order lanes, a few at a time, so that a pause takes hold at once. */
export const releaseOrders = inngest.createFunction(
  { id: "release-orders", name: "Release what a cause held", triggers: [releaseRequested], concurrency: 4, retries: 4 },
  async ({ event, step }) => {
    const { planId } = event.data;
    const isOver = await step.run("feed", () => feed(planId));
    if (!isOver)
      await step.run("go-on", () => inTransaction((tx) => emit(tx, [{ name: "exceptions/release.requested", data: { planId } }])));
    return { planId, isOver };
  },
);

/** True: nothing is left to feed or wait for, or a person stopped it. */
async function feed(planId: string): Promise<boolean> {
  const until = Date.now() + stepMs;
  while (Date.now() < until) {
    if ((await getPlan(planId)).state !== "running") return true;
    await inTransaction((tx) => feedPlan(tx, planId, atOnce));
    const { total, ended } = await countPlan(planId);
    if (ended === total) {
      await inTransaction((tx) => movePlan(tx, planId, ["running"], "done"));
      return true;
    }
    await pause(lookMs);
  }
  return false;
}
