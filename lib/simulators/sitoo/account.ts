import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { z } from "zod";

import type { AfterEffectHook } from "../after-effect";
import type { Clock } from "../clock";
import type { FaultInjection } from "../faults";
import type { Setting, State } from "../state";
import type { EventQueue } from "./events";

export const Profile = z.object({ accountid: z.int(), currencycode: z.string().length(3) });
export type Profile = z.infer<typeof Profile>;

export const Quirks = z.object({
  /** datereserved has no effect on levels. */
  ignoreReservations: z.boolean().default(false),
  /** Orders and transactions become readable up to so much later, not always in the order of their ids. */
  visibleAfterMs: z.int().min(0).default(0),
  /** Largest num; null for no cap. */
  maxNum: z.int().min(1).nullable().default(null),
  /** X-Rate-Limit-* and Retry-After are left out. */
  noRateHeaders: z.boolean().default(false),
  /** Levels of these SKUs are answered with a word instead of a number. */
  oddSkus: z.array(z.string()).default([]),
  /** Transactions that name one of these become readable so much later. */
  lateSkus: z.array(z.string()).default([]),
  lateMs: z.int().min(0).default(0),
});
export type Quirks = z.infer<typeof Quirks>;

/** Everything that stands for one Sitoo account. */
export type Account = {
  state: State;
  clock: Clock;
  faults: FaultInjection;
  afterEffect: AfterEffectHook;
  profile: Setting<Profile>;
  quirks: Setting<Quirks>;
  events: EventQueue;
};

export type SitooEnv = { Bindings: HttpBindings; Variables: { eshopid: number } };
export type SitooApp = Hono<SitooEnv>;

/** When something made now may be read for the first time. */
export function visibleFrom({ clock, quirks, faults }: Account, skus: readonly string[] = []): number {
  const { visibleAfterMs, lateSkus, lateMs } = quirks.get();
  const late = skus.some((sku) => lateSkus.includes(sku)) ? lateMs : 0;
  return clock.nowMs() + late + (visibleAfterMs === 0 ? 0 : Math.ceil(faults.draw() * visibleAfterMs));
}
