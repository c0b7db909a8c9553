import { z } from "zod";

const time = z.coerce.date();
const count = z.int().nonnegative();
const Calls = z.object({
  lastMinute: count,
  lately: count,
  busy: count,
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  quota: z.object({ unit: z.enum(["calls", "points"]), limit: z.number(), left: z.number() }).nullable(),
  skewMs: z.number().nullable(),
});
const Queue = z.object({ what: z.enum(["orders", "stock", "movements"]), waiting: count, oldestAt: time.nullable() });
const Spent = z.object({ calls: z.number(), points: z.number(), refused: z.number(), postponed: z.number(), waitedMs: z.number() });
const Connection = z.object({
  id: z.string(),
  code: z.string(),
  platform: z.string(),
  label: z.string(),
  role: z.enum(["pos", "shop"]),
  name: z.string(),
  posName: z.string().nullable(),
  zone: z.string(),
  currency: z.string(),
  can: z.array(z.string()).readonly(),
  isPaused: z.boolean(),
  pause: z.object({ by: z.string().nullable(), at: time, reason: z.string() }).nullable(),
  reserves: z.string(),
  wrongKnocks: z.number(),
  lanePausedUntil: time.nullable(),
  lastAnswerAt: time.nullable(),
  lastFailureAt: time.nullable(),
  lastFailure: z.object({ kind: z.string(), said: z.string() }).nullable(),
  cursors: z.record(z.string(), z.string()),
  messages: z.object({ lastAt: time.nullable(), today: z.number(), unreadable: z.number() }),
  causes: z.array(z.object({ id: z.string(), kind: z.string(), sentence: z.string(), nextStep: z.string() })),
  spent: Spent.nullable(),
  calls: Calls.nullable(),
  queues: z.array(Queue),
  arrival: z.object({ p50: z.number(), p95: z.number(), of: count }).nullable(),
  subscriptions: z.object({ wanted: count, missing: z.array(z.string()) }),
  key: z.object({ name: z.string(), renew: z.string() }).nullable(),
  mayRotate: z.boolean(),
  hasPrevious: z.boolean(),
});
export type ShownConnection = z.infer<typeof Connection>;

export const Connections = z.object({ connections: z.array(Connection), asOf: time });
export type Connections = z.infer<typeof Connections>;

export const ConnectionSettings = z.object({
  name: z.string(),
  role: z.enum(["pos", "shop"]),
  options: z.object({
    dueWhen: z.enum(["paid", "authorized", "any"]),
    reserveDays: z.number(),
    pickupPromiseHours: z.number(),
    shippingPromiseHours: z.number(),
    silentAfterMinutes: z.number(),
    opensAt: z.string(),
    closesAt: z.string(),
    closedOnSundays: z.boolean(),
    stockTargetSeconds: z.number(),
    orderTargetSeconds: z.number(),
    lateAfterSeconds: z.number(),
    verifiedWithinHours: z.number(),
    priceCheck: z.enum(["off", "note", "hold"]),
    priceTolerancePercent: z.string(),
    priceToleranceAmount: z.string(),
    withoutLocation: z.enum(["hold", "chosen", "stock"]),
    chosenLocation: z.string(),
    preferredLocations: z.array(z.string()),
  }),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      help: z.string(),
      isSecret: z.boolean(),
      isRequired: z.boolean(),
      isSet: z.boolean(),
      value: z.string(),
    }),
  ),
});
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;
