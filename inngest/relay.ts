import { randomUUID } from "node:crypto";

import { shareQuotas } from "@/lib/connectors/budget";
import { endTimers, takeDueProbes } from "@/lib/data/cause-timers";
import { db } from "@/lib/data/client";
import { climbLadders } from "@/lib/data/climb-ladders";
import { queueMails } from "@/lib/data/mails";
import { wakeDueLanes } from "@/lib/data/order-lanes";
import { emit, listenToOutbox, pruneOutbox, relayOutbox } from "@/lib/data/outbox";
import { exchangeShare } from "@/lib/data/quota-shares";
import { wakeDueDrains } from "@/lib/data/stock-pairs";
import { wakeWatches } from "@/lib/data/stock-watch";

import { inngest } from "./client";

const sweepMs = 1_000;
const pruneMs = 3_600_000;
const watchMs = 10_000;

/**
 * Shares quotas with other processes, and carries the outbox to the engine: woken by NOTIFY, and every second in case one was missed.
 * Several processes may do this at once: the row's id is the event's id, and the engine starts one run per id.
 */
export function startRelay(): void {
  const process = randomUUID();
  shareQuotas((connectionId, asked) => exchangeShare(connectionId, process, asked));
  let busy = false;
  let again = false;
  let complained = 0;
  let prunedAt = Date.now();
  let watchedAt = Date.now();

  async function work(sweep: boolean): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      if (sweep) await wakeWhatIsDue();
      if (sweep && Date.now() - watchedAt > watchMs) {
        watchedAt = Date.now();
        await wakeWatches();
      }
      do {
        again = false;
        while ((await relayOutbox(send)) > 0) again = false;
      } while (again);
      if (Date.now() - prunedAt > pruneMs) {
        prunedAt = Date.now();
        await pruneOutbox();
      }
    } catch (error) {
      if (Date.now() - complained > 10_000) {
        complained = Date.now();
        console.error("events wait in the outbox:", error instanceof Error ? error.message : error);
      }
    } finally {
      busy = false;
    }
  }

  listenToOutbox(() => void work(false));
  setInterval(() => void work(true), sweepMs).unref();
}

/** Waiting orders, causes to be probed, snoozes that ran out, what nobody took, mail that is due. */
async function wakeWhatIsDue(): Promise<void> {
  await wakeDueLanes();
  await wakeDueDrains();
  await endTimers();
  await climbLadders();
  await queueMails();
  const causeIds = await takeDueProbes(200);
  if (causeIds.length > 0) await emit(db, [{ name: "exceptions/probe.requested", data: { causeIds } }]);
}

const send = async (events: { id: string; name: string; data: Record<string, unknown> }[]) => {
  await inngest.send(events);
};
