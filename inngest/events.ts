import { eventType } from "inngest";
import { z } from "zod";

import { ConnectionId, PlanId } from "@/lib/domain/ids";

/** Some order of this POS's shops is due and no sender is at work. */
export const laneReady = eventType("orders/lane.ready", { schema: z.object({ posId: ConnectionId }) });

/** Read a connection's catalogue, places and rates; `full` from the beginning. */
export const catalogueRequested = eventType("catalogue/pull.requested", {
  schema: z.object({ connectionId: ConnectionId, full: z.boolean() }),
});

/** A person saw a preview and said go. */
export const releaseRequested = eventType("exceptions/release.requested", { schema: z.object({ planId: PlanId }) });

/** Ask whether these causes are gone. `isAsked`: a person wants to know, so it does not wait for idle quota. */
export const probeRequested = eventType("exceptions/probe.requested", {
  schema: z.object({ causeIds: z.array(z.string()).min(1).max(500), isAsked: z.boolean().optional() }),
});

/** Look at the shop's own set-up: permissions, subscriptions, inventory settings. */
export const auditRequested = eventType("connections/audit.requested", { schema: z.object({ connectionId: ConnectionId }) });

/** Something moved at this till. */
export const movementsWanted = eventType("stock/movements.wanted", { schema: z.object({ posId: ConnectionId }) });

/** Pairs of this shop are marked and no drain is at work. */
export const drainWanted = eventType("stock/drain.wanted", { schema: z.object({ shopId: ConnectionId }) });

/** Compare all stock of this shop with the till, now. */
export const compareRequested = eventType("stock/compare.requested", { schema: z.object({ shopId: ConnectionId }) });

/** Which stores of this till have gone silent, now instead of with the next five minutes. */
export const watchWanted = eventType("stores/watch.wanted", { schema: z.object({ posId: ConnectionId }) });

/** A mail to one person is ready to go out. */
export const mailQueued = eventType("notices/mail.queued", { schema: z.object({ mailId: z.uuid() }) });

/** Some pair of this shop has waited or differed for a moment: is it late? */
export const stockWatchWanted = eventType("stock/watch.wanted", { schema: z.object({ shopId: ConnectionId }) });

/** Which orders changed in this shop, now instead of with the next minute. */
export const ordersWanted = eventType("orders/pull.wanted", { schema: z.object({ shopId: ConnectionId }) });
