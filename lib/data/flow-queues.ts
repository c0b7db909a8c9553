import { db } from "./client";

export type Connected = {
  id: string;
  name: string;
  role: string;
  zone: string;
  posId: string | null;
  isPaused: boolean;
  pausedUntil: Date | null;
  cursors: Partial<Record<"orders" | "levels" | "catalogue", string>>;
  toldAt: Date | null;
  /** Of its catalogue, as last read. */
  products: number;
};

/** Every connection with how far each pull has come, and when it last told anything. */
export const listConnected = () => db.$queryRaw<Connected[]>`
  select n.id, n.name, n.role, n.zone, n.pos_id as "posId", n.is_paused as "isPaused", nullif(greatest(n.lane_paused_until, now()), now()) as "pausedUntil", n.cursors,
    (select d.received_at from delivery d where d.connection_id = n.id and d.received_at > now() - interval '1 day' order by d.received_at desc limit 1) as "toldAt",
    (select count(*)::int from catalogue_item i where i.connection_id = n.id and i.gone_at is null) as products
  from connection n order by n.role desc, n.name`;

const written = ["carry-orders", "drain-stock", "compare-stock"];

/** The last run of every flow that keeps its runs, for each connection. */
export const listLastRuns = () => db.$queryRaw<{ flow: string; connectionId: string; id: string; state: string; at: Date }[]>`
  select f.flow, n.id as "connectionId", r.id, r.state, r.started_at as at from connection n cross join unnest(${written}::text[]) as f(flow)
  cross join lateral (select id, state, started_at from run where run.flow = f.flow and run.connection_id = n.id and run.started_at > now() - interval '7 days' order by started_at desc limit 1) r`;

export const listLaneQueues = () => db.$queryRaw<{ shopId: string; held: number; backlog: number; oldestAt: Date | null }[]>`
  select shop_id as "shopId", (count(*) filter (where state = 'held'))::int as held, (count(*) filter (where state <> 'held' and not_before <= now()))::int as backlog,
    min(hinted_at) filter (where state <> 'held' and not_before <= now()) as "oldestAt" from order_lane where state in ('ready', 'waiting', 'held') group by 1`;

/** Marked pairs; a leased one is marked until it is settled, so this is what the board calls in flight. */
export const listPairQueues = () => db.$queryRaw<{ shopId: string; backlog: number; oldestAt: Date | null }[]>`
  select shop_id as "shopId", count(*)::int as backlog, min(marked_at) as "oldestAt" from stock_pair where version > cleared group by 1`;
