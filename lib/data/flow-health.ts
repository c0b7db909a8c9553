import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { type FlowHealth, type LagPart, lastDays, toTrendDay } from "@/lib/domain/records/flow-health";
import { countCauses } from "./causes";
import { type Lag, listMovementLags, listOrderLags, listPairLags } from "./flow-lags";
import { type Connected, listConnected, listLaneQueues, listLastRuns, listPairQueues } from "./flow-queues";
import { listHealed } from "./healed-orders";
import { type LastCompare, listLastCompares } from "./last-compares";
import { countRecent, countToday, listTalliedDays } from "./record-tally";

const trendDays = 7;

/** Every flow of every connection as one row: each shop's orders and stock first, then what watches over them. */
export async function listFlowHealth(now = new Date()): Promise<FlowHealth[]> {
  const facts = await readFacts();
  const shops = facts.connections.filter(({ role }) => role === "shop");
  const tills = facts.connections.filter(({ role }) => role === "pos");
  const tillOf = (shop: Connected) => tills.find(({ id }) => id === shop.posId);
  const moving = shops.flatMap((shop) => {
    const till = tillOf(shop);
    return till ? [ordersRow(facts, shop, till, now), stockRow(facts, shop, till, now)] : [];
  });
  const watching = shops.flatMap((shop) => {
    const till = tillOf(shop);
    return till ? [compareRow(facts, shop, till, now), censusRow(facts, shop, now)] : [];
  });
  return [
    ...moving,
    ...watching,
    ...tills.map((till) => movementsRow(facts, till, now)),
    ...facts.connections.map((each) => catalogueRow(facts, each, now)),
  ];
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

async function readFacts() {
  const [connections, today, days, recent, runs, lanes, pairs, compares, healed, orderLags, pairLags, movementLags] = await Promise.all([
    listConnected(),
    countToday(),
    listTalliedDays(trendDays - 1),
    countRecent(),
    listLastRuns(),
    listLaneQueues(),
    listPairQueues(),
    listLastCompares(),
    listHealed(),
    listOrderLags(),
    listPairLags(),
    listMovementLags(),
  ]);
  const held = new Map<string, number>();
  for (const { id, role } of connections)
    if (role === "shop") held.set(id, (await countCauses(CauseFilter.parse({ family: "stock", shop: id }), "")).causes);
  return { connections, today, days, recent, runs, lanes, pairs, compares, healed, orderLags, pairLags, movementLags, stockCauses: held };
}

type Row = Pick<FlowHealth, "flow" | "from" | "to" | "freshAt"> & Partial<FlowHealth>;

function rowOf(facts: Facts, at: Connected, more: Row, now: Date): FlowHealth {
  const { flow } = more;
  const isMine = (row: { flow: string; connectionId: string }) => row.flow === flow && row.connectionId === at.id;
  const today = toCounts(facts.today.filter(isMine));
  const days = facts.days.filter(isMine);
  const [last = "", ...before] = lastDays(trendDays, at.zone, now).reverse();
  return {
    connectionId: at.id,
    isPaused: at.isPaused,
    pausedUntil: at.pausedUntil,
    censusAt: null,
    lastRun: facts.runs.find(isMine) ?? null,
    today,
    heldNow: null,
    healed: null,
    backlog: null,
    oldestAt: null,
    recent: facts.recent.find(isMine)?.count ?? 0,
    lag: null,
    parts: [],
    found: null,
    known: null,
    trend: [...before.reverse().map((day) => toTrendDay(day, toCounts(days.filter((one) => one.day === day)))), toTrendDay(last, today)],
    ...more,
  };
}

const toCounts = (rows: readonly { outcome: string; count: number }[]) =>
  Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));

/** A shop waits with its till, and the other way round. */
const both = (one: Connected, other: Connected): Pick<FlowHealth, "isPaused" | "pausedUntil"> => ({
  isPaused: one.isPaused || other.isPaused,
  pausedUntil: later(one.pausedUntil, other.pausedUntil),
});

function ordersRow(facts: Facts, shop: Connected, till: Connected, now: Date): FlowHealth {
  const lane = facts.lanes.find(({ shopId }) => shopId === shop.id);
  const lag = facts.orderLags.find(({ connectionId }) => connectionId === shop.id);
  const censusAt = toDate(shop.cursors.orders);
  return rowOf(
    facts,
    shop,
    {
      flow: "carry-orders",
      from: shop.name,
      to: till.name,
      ...both(shop, till),
      freshAt: later(censusAt, shop.toldAt),
      censusAt,
      lastRun: facts.runs.find(({ flow, connectionId }) => flow === "carry-orders" && connectionId === till.id) ?? null,
      heldNow: lane?.held ?? 0,
      healed: facts.healed.find(({ shopId }) => shopId === shop.id)?.orders ?? 0,
      backlog: lane?.backlog ?? 0,
      oldestAt: lane?.oldestAt ?? null,
      lag: toLag(lag),
      parts: lag?.parts ?? [],
    },
    now,
  );
}

function stockRow(facts: Facts, shop: Connected, till: Connected, now: Date): FlowHealth {
  const queue = facts.pairs.find(({ shopId }) => shopId === shop.id);
  const lag = facts.pairLags.find(({ connectionId }) => connectionId === shop.id);
  const movement = facts.movementLags.find(({ connectionId }) => connectionId === till.id);
  const parts: LagPart[] =
    lag && movement
      ? [
          { what: "read", ms: movement.p50 },
          { what: "written", ms: lag.p50 },
        ]
      : [];
  return rowOf(
    facts,
    shop,
    {
      flow: "drain-stock",
      from: till.name,
      to: shop.name,
      ...both(shop, till),
      freshAt: toDate(till.cursors.levels),
      censusAt: compareOf(facts, shop)?.startedAt ?? null,
      heldNow: facts.stockCauses.get(shop.id) ?? 0,
      backlog: queue?.backlog ?? 0,
      oldestAt: queue?.oldestAt ?? null,
      lag: toLag(lag),
      parts,
    },
    now,
  );
}

const compareOf = ({ compares }: Facts, shop: Connected): LastCompare | undefined => compares.find(({ shopId }) => shopId === shop.id);

function compareRow(facts: Facts, shop: Connected, till: Connected, now: Date): FlowHealth {
  const last = compareOf(facts, shop);
  return rowOf(
    facts,
    shop,
    {
      flow: "compare-stock",
      from: till.name,
      to: shop.name,
      ...both(shop, till),
      freshAt: last?.endedAt ?? null,
      found: last ? { compared: last.compared, differ: last.differ, fixed: last.fixed } : null,
    },
    now,
  );
}

const censusRow = (facts: Facts, shop: Connected, now: Date): FlowHealth =>
  rowOf(facts, shop, { flow: "pull-orders", from: shop.name, to: "Parity", freshAt: toDate(shop.cursors.orders) }, now);

function movementsRow(facts: Facts, till: Connected, now: Date): FlowHealth {
  const lag = facts.movementLags.find(({ connectionId }) => connectionId === till.id);
  return rowOf(
    facts,
    till,
    {
      flow: "pull-movements",
      from: till.name,
      to: "Parity",
      freshAt: toDate(till.cursors.levels),
      lag: toLag(lag),
      parts: lag ? [{ what: "read", ms: lag.p50 }] : [],
    },
    now,
  );
}

const catalogueRow = (facts: Facts, at: Connected, now: Date): FlowHealth =>
  rowOf(facts, at, { flow: "pull-catalogue", from: at.name, to: "Parity", freshAt: toDate(at.cursors.catalogue), known: at.products }, now);

const toLag = (lag: Lag | undefined) => (lag ? { p50: lag.p50, p95: lag.p95, of: lag.of } : null);
const toDate = (text: string | undefined) => (text === undefined ? null : new Date(text));
const later = (one: Date | null, other: Date | null) => (one && other ? (one > other ? one : other) : (one ?? other));
