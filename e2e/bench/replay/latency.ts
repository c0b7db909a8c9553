import { z } from "zod";

import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import type { ProgressReader } from "./progress";
import type { Report } from "./report";

const Sent = z.looseObject({
  deliveries: z.array(z.object({ topic: z.string(), about: z.string(), firstSentAt: z.number().nullable() })),
});

/** From the moment an order's first webhook was sent until its Sitoo order was read back and recorded. */
export async function measureLatency(house: House, progress: ProgressReader): Promise<NonNullable<Report["latencyMs"]>> {
  const confirmed = await progress.listConfirmations();
  const { deliveries } = await openControl(house.simulators.shopify).get("/webhooks?limit=10000000", Sent);
  const sent = new Map<string, number>();
  for (const { topic, about, firstSentAt } of deliveries) {
    if (topic.startsWith("orders/") && firstSentAt !== null) sent.set(about, Math.min(firstSentAt, sent.get(about) ?? firstSentAt));
  }
  return percentiles([...confirmed].flatMap(([orderId, at]) => (sent.has(orderId) ? [at - sent.get(orderId)!] : [])));
}

/** Nearest rank, whole milliseconds. */
export function percentiles(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
