import { db } from "@/lib/data/client";
import { leaveLane } from "@/lib/data/order-lanes";
import { recordOrders } from "@/lib/data/record-orders";
import { endRun } from "@/lib/data/records";

import { inngest } from "../client";
import { laneReady } from "../events";
import { checkReservation } from "./carry-orders/check-reservation";
import { countOutcomes, loadAndPlan } from "./carry-orders/load-and-plan";
import { readBack } from "./carry-orders/read-back";
import { sendOrders } from "./carry-orders/send";

/**
 * Brings the due web orders of one POS into it, a batch at a time. Leases in the tables, not the engine's limits,
 * keep it to one sender; each step may run twice without harm.
 */
export const carryOrders = inngest.createFunction(
  {
    id: "carry-orders",
    name: "Carry orders to the till",
    triggers: [laneReady],
    concurrency: [{ limit: 4 }, { key: "event.data.posId", limit: 1 }],
    retries: 4,
  },
  async ({ event, step, runId }) => {
    const { posId } = event.data;

    const planned = await step.run("load-and-plan", () => loadAndPlan(posId, runId));
    if (!planned) return { going: 0 };

    const sent = await step.run("send", () => sendOrders(posId, runId, planned));

    const counts = await step.run("read-back-and-record", async () => {
      const results = await readBack(posId, sent);
      await recordOrders({ id: sent.runId, flow: "carry-orders" }, runId, results);
      const total = countOutcomes(results, sent.counts);
      await endRun(db, sent.runId, total);
      await leaveLane(posId, runId);
      // A cancelled order sets nothing aside any more: it says nothing about whether the till reserves.
      return { total, confirmed: results.filter(({ outcome, detail }) => outcome === "confirmed" && detail.action === "create") };
    });

    await step.run("check-reservation", () => checkReservation(posId, counts.confirmed));
    return counts.total;
  },
);
