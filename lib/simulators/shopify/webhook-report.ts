import { z } from "zod";

import type { Shop } from "./shop";
import { listSubscriptions } from "./subscriptions";

export const DeliveryQuery = z.object({
  topic: z.string().optional(),
  state: z.enum(["waiting", "delivered", "failed"]).optional(),
  /** Milliseconds: triggered then or later. */
  since: z.coerce.number().default(0),
  limit: z.coerce.number().int().min(0).default(1_000),
});

/** Subscriptions, how many deliveries are in which state, and the newest of them with their times in milliseconds. */
export function describeWebhooks({ state }: Shop, { topic, state: of, since, limit }: z.infer<typeof DeliveryQuery>): object {
  const counts = state.many<{ state: string; n: number }>("select state, count(*) n from delivery group by state");
  const countOf = (name: string) => counts.find((count) => count.state === name)?.n ?? 0;
  return {
    waiting: countOf("waiting"),
    delivered: countOf("delivered"),
    failed: countOf("failed"),
    subscriptions: listSubscriptions({ state }),
    deliveries:
      limit === 0
        ? []
        : state.many(
            `select topic, about, webhook_id as webhookId, event_id as eventId, triggered_at as triggeredAt, first_sent_at as firstSentAt,
         ended_at as endedAt, tries, state, status, place
       from delivery where triggered_at >= ?1 and (?2 is null or topic = ?2) and (?3 is null or state = ?3) order by id desc limit ?4`,
            since,
            topic ?? null,
            of ?? null,
            limit,
          ),
  };
}
