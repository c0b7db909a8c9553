import { z } from "zod";

import type { Meter } from "../budget";

export const CostAnswer = z.object({
  extensions: z.object({
    cost: z.object({
      requestedQueryCost: z.number(),
      actualQueryCost: z.number().nullable(),
      throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
    }),
  }),
});

/** Shopify's leaking bucket: charged up front, the difference given back with the answer, refilled every moment. */
export function pointMeter(): Meter {
  // The smallest plan's, until the first answer tells.
  let most = 2_000;
  let perSecond = 100;
  let available = most;
  let at = 0;
  let reserved = 0;
  let fraction = 1;
  let isTold = false;
  const charged = new Map<string, number>();

  function refill(now: number) {
    if (at > 0) available = Math.min(most * fraction, available + ((now - at) / 1000) * perSecond * fraction);
    at = now;
  }

  return {
    costOf: (operation, declared) => Math.min(most, charged.get(operation) ?? declared),

    spend(cost, now) {
      refill(now);
      // A call may be larger than this process's part of the bucket: it goes when the part is full, and is paid off after.
      const needed = Math.min(cost, most * fraction);
      if (needed > available) return Math.max(1, Math.ceil((1000 * (needed - available)) / (perSecond * fraction)));
      available -= cost;
      reserved += cost;
      return 0;
    },

    settle(operation, cost, answer, now) {
      refill(now);
      reserved -= cost;
      const figures = answer && CostAnswer.safeParse(answer.body).data?.extensions.cost;
      if (!figures) return 0;
      const { requestedQueryCost, actualQueryCost, throttleStatus } = figures;
      charged.set(operation, Math.max(charged.get(operation) ?? 0, requestedQueryCost));
      most = throttleStatus.maximumAvailable;
      perSecond = throttleStatus.restoreRate;
      // Of the calls under way some are charged already, some not: between these bounds our own count is the better one.
      const told = throttleStatus.currentlyAvailable;
      const counted = available + cost - (actualQueryCost ?? 0);
      if (fraction === 1 || !isTold) available = Math.min(Math.max(counted, told - reserved), told, most * fraction);
      else available = Math.min(counted, told);
      isTold = true;
      return actualQueryCost ?? 0;
    },

    share(part, now) {
      refill(now);
      fraction = part;
      available = Math.min(available, most * fraction);
    },

    unspent(now) {
      refill(now);
      return available / (most * fraction);
    },
  };
}
