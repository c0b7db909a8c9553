import { z } from "zod";

import { OrderTotals } from "./order-answers";

const time = z.coerce.date();
const count = z.int().nonnegative();

const Flow = z.object({
  flow: z.string(),
  connectionId: z.string(),
  from: z.string(),
  to: z.string(),
  isPaused: z.boolean(),
  pausedUntil: time.nullable(),
  freshAt: time.nullable(),
  isLate: z.boolean(),
  censusAt: time.nullable(),
  lastRun: z.object({ id: z.string(), state: z.string(), at: time }).nullable(),
  today: z.record(z.string(), count),
  heldNow: count.nullable(),
  healed: count.nullable(),
  backlog: count.nullable(),
  oldestAt: time.nullable(),
  recent: count,
  lag: z.object({ p50: z.number(), p95: z.number(), of: count }).nullable(),
  bottleneck: z.string().nullable(),
  found: z.object({ compared: count, differ: count, fixed: count }).nullable(),
  known: count.nullable(),
  trend: z.array(z.object({ day: z.iso.date(), right: count, wrong: count })),
});
export type HomeFlow = z.infer<typeof Flow>;

const InWarehouse = z.object({ warehouseId: z.string(), orders: count });
const StoreTile = z.object({
  posId: z.string(),
  posName: z.string(),
  zone: z.string(),
  storeId: z.string(),
  name: z.string(),
  isOpen: z.boolean(),
  state: z.enum(["silent", "late", "differs", "closed", "fine"]),
  lastSaleAt: time.nullable(),
  lastEventAt: time.nullable(),
  silentCauseId: z.string().nullable(),
  due: z.array(InWarehouse),
  broken: z.array(InWarehouse),
  drift: z.array(z.object({ shopId: z.string(), shopName: z.string(), locationId: z.string(), pairs: count })),
});
export type StoreTile = z.infer<typeof StoreTile>;

export const Home = z.object({
  broken: count,
  atRisk: count,
  held: OrderTotals,
  causes: z.object({ open: count, mine: count, unowned: count, oversold: count, silent: count }),
  first: z.object({ id: z.string(), sentence: z.string() }).nullable(),
  flows: z.array(Flow),
  stores: z.array(StoreTile),
  asOf: time,
});
export type Home = z.infer<typeof Home>;

export const Traffic = z.object({
  isOpen: z.boolean(),
  speed: z.number(),
  openedAt: z.number().nullable(),
  sold: z.number(),
  ordered: z.number(),
  handedOver: z.number(),
  cancelled: z.number(),
  failed: z.number(),
  lastFailure: z.string(),
  pace: z.object({ till: z.number(), web: z.number() }),
});
export type Traffic = z.infer<typeof Traffic>;
