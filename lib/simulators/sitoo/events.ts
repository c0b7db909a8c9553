import { randomUUID } from "node:crypto";
import { z } from "zod";

import type { Clock } from "../clock";
import type { FaultInjection } from "../faults";
import type { Setting, State } from "../state";
import { type Answer, judgeAnswer, postBatch, retryAfterSeconds } from "./events-delivery";

export const EventsTarget = z.object({
  /** Base address of the receiver, without /events; null stops events from being queued. */
  url: z.url().nullable(),
  user: z.string().default(""),
  password: z.string().default(""),
  /** 60 makes an hour of the retry plan pass in a minute. */
  clockFactor: z.number().positive().default(1),
  timeoutMs: z.int().min(1).default(15_000),
});
export type EventsTarget = z.infer<typeof EventsTarget>;

const largestBatch = 10;

/** The batch that is under way: it is sent again as it is until it is accepted or dropped. */
const Batch = z.object({ ids: z.array(z.int()), attempts: z.int() }).nullable();
const Counts = z.object({ delivered: z.int(), dropped: z.int(), silenced: z.int(), attempts: z.int() });

export type EventQueue = ReturnType<typeof openEvents>;
type Row = { id: number; doc: string };

type Source = {
  state: State;
  clock: Clock;
  faults: FaultInjection;
  accountid(): number;
  /** External id of the store that a warehouse belongs to. */
  storeOf(warehouseid: number | null): string | null;
};

/** Events wait in the state and leave one batch after the other; a batch that is not accepted blocks all behind it. */
export function openEvents({ state, clock, faults, accountid, storeOf }: Source) {
  const target: Setting<EventsTarget> = state.setting("events.target", EventsTarget, EventsTarget.parse({ url: null }));
  const batch = state.setting("events.batch", Batch, null);
  const counts = state.setting("events.counts", Counts, { delivered: 0, dropped: 0, silenced: 0, attempts: 0 });
  let timer: NodeJS.Timeout | null = null;
  let isSending = false;
  let stopped = false;
  let nextTryAt: number | null = null;

  const count = (changes: Partial<z.infer<typeof Counts>>) => {
    const now = counts.get();
    const added = Object.entries(changes).map(([key, n]) => [key, now[key as keyof typeof now] + n]);
    counts.put({ ...now, ...Object.fromEntries(added) });
  };

  function raise(type: string, data: object, warehouseid: number | null): void {
    if (target.get().url === null) return;
    const { silentStores, duplicateWebhooks, reorderWebhooks } = faults.settings();
    const store = storeOf(warehouseid);
    if (store !== null && silentStores.includes(store)) {
      count({ silenced: 1 });
      return;
    }
    const event = { event_id: randomUUID().replaceAll("-", ""), event_type: type, event_date: clock.now(), account_id: accountid(), data };
    const doc = JSON.stringify(event);
    const before = state.one<Row>("select id, doc from event order by id desc limit 1");
    const { id } = state.run("insert into event (doc) values (?)", doc);
    if (duplicateWebhooks > 0 && faults.draw() < duplicateWebhooks) state.run("insert into event (doc) values (?)", doc);
    if (before && reorderWebhooks > 0 && !batch.get()?.ids.includes(before.id) && faults.draw() < reorderWebhooks) {
      state.run("update event set doc = ? where id = ?", before.doc, id);
      state.run("update event set doc = ? where id = ?", doc, before.id);
    }
    if (timer === null) schedule(0);
  }

  function schedule(ms: number): void {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (isSending) return;
      isSending = true;
      void sendAll().finally(() => {
        isSending = false;
      });
    }, ms);
    timer.unref();
  }

  function nextBatch(): { rows: Row[]; attempts: number } {
    const under = batch.get();
    if (under) {
      const rows = state.many<Row>(
        "select id, doc from event where id in (select value from json_each(?)) order by id",
        JSON.stringify(under.ids),
      );
      if (rows.length > 0) return { rows, attempts: under.attempts };
    }
    const rows = state.many<Row>(`select id, doc from event order by id limit ${largestBatch}`);
    if (rows.length > 0) batch.put({ ids: rows.map(({ id }) => id), attempts: 0 });
    return { rows, attempts: 0 };
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const to = target.get();
      if (stopped || to.url === null) return;
      const { rows, attempts } = state.transaction(nextBatch);
      if (rows.length === 0) return;
      const answer: Answer = await postBatch({ ...to, url: to.url }, `[${rows.map(({ doc }) => doc).join(",")}]`);
      if (stopped) return;
      const wait = judgeAnswer(answer) === "retry" ? retryAfterSeconds(attempts + 1) : null;
      if (wait !== null) {
        state.transaction(() => {
          batch.put({ ids: rows.map(({ id }) => id), attempts: attempts + 1 });
          count({ attempts: 1 });
        });
        const ms = (wait * 1000) / to.clockFactor;
        nextTryAt = Date.now() + ms;
        return schedule(ms);
      }
      nextTryAt = null;
      state.transaction(() => {
        for (const { id } of rows) state.run("delete from event where id = ?", id);
        batch.put(null);
        count({ attempts: 1, [judgeAnswer(answer) === "accepted" ? "delivered" : "dropped"]: rows.length });
      });
    }
  }

  return {
    raise,
    target: () => target.get(),
    aim(to: EventsTarget): void {
      target.put(to);
      schedule(0);
    },
    /** Takes up again what was waiting when the process ended. */
    start: () => schedule(0),
    stop(): void {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
    status: () => ({
      depth: state.one<{ n: number }>("select count(*) n from event")?.n ?? 0,
      ...counts.get(),
      attemptsOfBatch: batch.get()?.attempts ?? 0,
      nextTryAt,
    }),
  };
}
