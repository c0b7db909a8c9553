import type { PosOrderDraft, PosRow } from "@/lib/domain/orders/pos-order";
import { type Db, db, rows } from "./client";

export type EffectState = "planned" | "sent" | "unclear" | "done" | "refused";
export type Effect = {
  key: string;
  shopId: string;
  orderId: string;
  request: PosOrderDraft;
  state: EffectState;
  attempts: number;
  remoteId: string | null;
  lastSentAt: Date | null;
  confirmedAt: Date | null;
  /** What the web order asked for when a person linked it to this order of the POS; null = we made it, or shall. */
  webRows: PosRow[] | null;
};

const columns = `key, shop_id as "shopId", order_id as "orderId", request, state, attempts, remote_id as "remoteId", last_sent_at as "lastSentAt", confirmed_at as "confirmedAt",
  case when kind = 'linked-order' then (select l.web from order_link l where l.shop_id = effect.shop_id and l.order_id = effect.order_id and l.undone_at is null) end as "webRows"`;

export async function listEffects(orders: readonly { shopId: string; orderId: string }[]): Promise<Effect[]> {
  if (orders.length === 0) return [];
  return db.$queryRawUnsafe<Effect[]>(
    `select ${columns} from effect where (shop_id, order_id) in (select "shopId", "orderId" from json_to_recordset($1::json) as r("shopId" uuid, "orderId" text)) order by key`,
    JSON.stringify(orders.map(({ shopId, orderId }) => ({ shopId, orderId }))),
  );
}

/** Stores the intents before anything is sent. What was sent already, or may have been, keeps its first wording. */
export async function planEffects(posId: string, shopId: string, drafts: readonly PosOrderDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const list = drafts.map((draft) => ({ key: draft.externalId, orderId: draft.webOrderId, request: draft }));
  await db.$executeRaw`
    insert into effect (key, connection_id, kind, shop_id, order_id, request)
    select r.key, ${posId}::uuid, 'pos-order', ${shopId}::uuid, r."orderId", r.request
    from json_to_recordset(${rows(list)}) as r(key text, "orderId" text, request jsonb)
    on conflict (key) do update set request = excluded.request where effect.state in ('planned', 'refused')`;
}

/** True for exactly one caller: it alone may send now. Nobody may for an order that somebody entered by hand. */
export async function beginEffect(key: string): Promise<boolean> {
  return (
    (await db.$executeRaw`
      update effect set state = 'sent', attempts = attempts + 1, last_sent_at = clock_timestamp(), first_sent_at = coalesce(first_sent_at, clock_timestamp())
      where key = ${key} and state in ('planned', 'refused')
        and not exists (select 1 from order_link l where l.shop_id = effect.shop_id and l.order_id = effect.order_id and l.undone_at is null)`) >
    0
  );
}

/** What the POS calls the order that it made. */
export type Made = { key: string; remoteId: string };

export async function finishEffects(made: readonly Made[]): Promise<void> {
  if (made.length === 0) return;
  await db.$executeRaw`
    update effect e set state = 'done', remote_id = r."remoteId", done_at = clock_timestamp(), answer = ''
    from json_to_recordset(${rows(made)}) as r(key text, "remoteId" text) where e.key = r.key and e.state <> 'done'`;
}

export const finishEffect = (key: string, remoteId: string) => finishEffects([{ key, remoteId }]);

/** `planned`: certainly not done, and not counted as an attempt. `unclear`: perhaps done. `refused`: answered no. */
export const reopenEffect = (key: string, state: "planned" | "unclear" | "refused", answer: string) =>
  db.$executeRaw`
    update effect set state = ${state}, answer = ${answer}, attempts = attempts - case when ${state} = 'planned' then 1 else 0 end
    where key = ${key} and state in ('sent', 'unclear')`;

/** Looked up after the platform's patience and not there: it may be sent again. False if somebody sent it meanwhile. */
export async function clearEffect(key: string, sentAt: Date): Promise<boolean> {
  return (
    (await db.$executeRaw`update effect set state = 'planned' where key = ${key} and state in ('sent', 'unclear') and last_sent_at = ${sentAt}`) >
    0
  );
}

export const confirmEffects = (tx: Db, keys: readonly string[]) =>
  tx.$executeRaw`update effect set confirmed_at = now() where key = any(${keys}::text[]) and confirmed_at is null`;

/** Which of our orders these orders of the POS are. */
export const listOrdersAtPos = (tx: Db, posId: string, posOrderIds: readonly string[]): Promise<{ shopId: string; orderId: string }[]> =>
  tx.$queryRaw`select shop_id as "shopId", order_id as "orderId" from effect where connection_id = ${posId}::uuid and remote_id = any(${posOrderIds}::text[])`;

export type Reservation = { key: string; remoteId: string; shopId: string; reserveDays: number };

/** Orders still open at this POS whose stock is set aside for less than `days` more, the nearest end first. */
export const listEndingReservations = (posId: string, days: number, limit: number): Promise<Reservation[]> =>
  db.$queryRaw<Reservation[]>`
    select e.key, e.remote_id as "remoteId", e.shop_id as "shopId", coalesce((s.options ->> 'reserveDays')::int, 14) as "reserveDays"
    from effect e join connection s on s.id = e.shop_id
    where e.connection_id = ${posId}::uuid and e.state = 'done' and e.remote_id is not null and e.ended_at is null
      and e.reserved_until::timestamptz < now() + ${days} * interval '1 day'
    order by e.reserved_until limit ${limit}`;

export const keepReservation = (key: string, until: string) =>
  db.$executeRaw`update effect set request = jsonb_set(request, '{reservedUntil}', to_jsonb(${until}::text)) where key = ${key}`;
