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

/** Ask now whether these causes are gone instead of at their next turn. */
export const probeRequested = eventType("exceptions/probe.requested", {
  schema: z.object({ causeIds: z.array(z.string()).min(1).max(500) }),
});

/** Look at the shop's own set-up: permissions, subscriptions, inventory settings. */
export const auditRequested = eventType("connections/audit.requested", { schema: z.object({ connectionId: ConnectionId }) });
