import { randomUUID } from "node:crypto";

import type { Shop } from "./shop";
import { deleteSubscription, findSubscription, listSubscriptions, type Subscription } from "./subscriptions";
import { post, retryAfterSeconds } from "./webhook-delivery";
import { headerOf } from "./webhook-topics";

type Row = {
  id: number;
  subscription_id: number;
  topic: string;
  webhook_id: string;
  event_id: string;
  body: string;
  triggered_at: number;
  tries: number;
  first_sent_at: number | null;
};
const atOnce = 8;

export type Raised = { topic: string; about: string; body: Record<string, unknown>; locations: readonly number[] };

/** Deliveries wait in the state until they are accepted; several go at once, so that nothing promises their order. */
export function openWebhookQueue(shop: Pick<Shop, "state" | "clock" | "faults" | "profile" | "quirks">) {
  const { state, clock, faults, profile, quirks } = shop;
  const underWay = new Set<number>();
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let place = state.one<{ n: number }>("select coalesce(max(place), 0) n from delivery")?.n ?? 0;

  const enqueue = (sub: Subscription, { about, body }: Raised, ids: { webhook: string; event: string; at: number }) => {
    place += 1;
    const named = sub.includeFields.map((field) => field.split(".")[0] ?? field);
    const shown = named.length === 0 ? body : Object.fromEntries(Object.entries(body).filter(([field]) => named.includes(field)));
    return state.run(
      `insert into delivery (place, subscription_id, topic, about, webhook_id, event_id, body, triggered_at, next_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      place,
      sub.id,
      headerOf(sub.topic),
      about,
      ids.webhook,
      ids.event,
      JSON.stringify(shown),
      ids.at,
      Date.now(),
    ).id;
  };

  /** Changes places with the newest one that still waits. */
  function overtake(id: number): void {
    const before = state.one<{ id: number; place: number; next_at: number }>(
      "select id, place, next_at from delivery where state = 'waiting' and id < ? and tries = 0 order by id desc limit 1",
      id,
    );
    const now = state.one<{ place: number; next_at: number }>("select place, next_at from delivery where id = ?", id);
    if (!before || !now || underWay.has(before.id)) return;
    state.run("update delivery set place = ?, next_at = ? where id = ?", now.place, now.next_at, before.id);
    state.run("update delivery set place = ?, next_at = ? where id = ?", before.place, before.next_at, id);
  }

  function raise(events: readonly Raised[]): void {
    const subscriptions = listSubscriptions(shop);
    if (subscriptions.length === 0) return;
    const byTopic = Map.groupBy(subscriptions, ({ topic }) => headerOf(topic));
    const { duplicateWebhooks, reorderWebhooks, silentStores } = faults.settings();
    for (const event of events) {
      if (event.locations.some((location) => silentStores.includes(String(location)))) continue;
      const ids = { event: randomUUID(), at: clock.nowMs() };
      for (const sub of byTopic.get(event.topic) ?? []) {
        const webhook = randomUUID();
        const id = enqueue(sub, event, { ...ids, webhook });
        if (reorderWebhooks > 0 && faults.draw() < reorderWebhooks) overtake(id);
        if (duplicateWebhooks > 0 && faults.draw() < duplicateWebhooks) enqueue(sub, event, { ...ids, webhook });
      }
    }
    schedule(0);
  }

  function schedule(ms: number): void {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(pump, ms);
    timer.unref();
  }

  function pump(): void {
    timer = null;
    if (stopped) return;
    const free = atOnce - underWay.size;
    if (free <= 0) return;
    const due = state.many<Row>(
      "select * from delivery indexed by delivery_waiting where state = 'waiting' and next_at <= ? order by next_at, place limit ?",
      Date.now(),
      atOnce + free,
    );
    for (const row of due.filter(({ id }) => !underWay.has(id)).slice(0, free)) {
      underWay.add(row.id);
      void deliver(row).finally(() => {
        underWay.delete(row.id);
        if (!timer) schedule(0);
      });
    }
    if (underWay.size > 0) return;
    const next = state.one<{ at: number | null }>("select min(next_at) at from delivery where state = 'waiting'")?.at ?? null;
    if (next !== null) schedule(Math.max(0, next - Date.now()));
  }

  async function deliver(row: Row): Promise<void> {
    const sub = findSubscription(shop, row.subscription_id);
    if (!sub) return settle(row, "failed", Date.now(), null);
    const { domain, clientSecret, clockFactor } = profile.get();
    const sentAt = Date.now();
    const { webhook_id: webhookId, event_id: eventId, triggered_at: triggeredAt, topic, body } = row;
    const of = { uri: sub.uri, name: sub.name, timeoutMs: quirks.get().webhookTimeoutMs };
    const status = await post({ ...of, topic, body, webhookId, eventId, triggeredAt, domain, secret: clientSecret });
    if (stopped) return;
    if (status !== null && status >= 200 && status < 300) return settle(row, "delivered", sentAt, status);

    const wait = retryAfterSeconds(row.tries + 1);
    if (wait === null) {
      state.transaction(() => {
        settle(row, "failed", sentAt, status);
        deleteSubscription(shop, row.subscription_id);
      });
      return;
    }
    state.run(
      "update delivery set tries = tries + 1, status = ?, first_sent_at = coalesce(first_sent_at, ?), next_at = ? where id = ?",
      status,
      sentAt,
      Date.now() + (wait * 1000) / clockFactor,
      row.id,
    );
  }

  function settle({ id }: Row, end: "delivered" | "failed", sentAt: number, status: number | null): void {
    state.run(
      `update delivery set state = ?, status = ?, tries = tries + 1, body = null, ended_at = ?, first_sent_at = coalesce(first_sent_at, ?)
       where id = ?`,
      end,
      status,
      Date.now(),
      sentAt,
      id,
    );
  }

  return {
    raise,
    /** Takes up again what was waiting when the process ended. */
    start: () => schedule(0),
    stop(): void {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
