import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { setPaused } from "@/lib/data/connection-health";
import { getConnection } from "@/lib/data/connections";
import { wakeLanes } from "@/lib/data/order-lanes";
import { emit } from "@/lib/data/outbox";

import { command } from "./command";

const subjectOf = (id: string) => `connection:${id}`;

/** Read its products, places and rates now instead of at the next turn. */
export const readCatalogue = command({
  action: "connection.read-catalogue",
  needs: "sync:run",
  input: z.object({ connectionId: z.uuid(), full: z.boolean() }),
  async run(tx, { connectionId, full }) {
    await getConnection(connectionId);
    await emit(tx, [{ name: "catalogue/pull.requested", data: { connectionId, full } }]);
    return { subject: subjectOf(connectionId), change: { full }, answer: undefined };
  },
});

/** Look at its permissions, subscriptions and inventory settings now. */
export const checkSetUp = command({
  action: "connection.check-set-up",
  needs: "sync:run",
  input: z.object({ connectionId: z.uuid() }),
  async run(tx, { connectionId }) {
    await getConnection(connectionId);
    await emit(tx, [{ name: "connections/audit.requested", data: { connectionId } }]);
    return { subject: subjectOf(connectionId), change: {}, answer: undefined };
  },
});

/** Nothing is sent or asked while it is paused; what the platform tells is still stored. */
export const pauseConnection = command({
  action: "connection.pause",
  needs: "sync:run",
  input: z.object({ connectionId: z.uuid(), reason: z.string().trim().min(3, "Say why, for whoever finds it paused.").max(500) }),
  async run(tx, { connectionId, reason }) {
    const { name } = await getConnection(connectionId);
    if ((await setPaused(tx, connectionId, true)) === 0) throw new AppError("conflict", `${name} is paused already.`);
    return { subject: subjectOf(connectionId), change: { reason }, answer: undefined };
  },
});

export const resumeConnection = command({
  action: "connection.resume",
  needs: "sync:run",
  input: z.object({ connectionId: z.uuid() }),
  async run(tx, { connectionId }) {
    const { name, posId, id } = await getConnection(connectionId);
    if ((await setPaused(tx, connectionId, false)) === 0) throw new AppError("conflict", `${name} is not paused.`);
    await wakeLanes(tx, [posId ?? id]);
    return { subject: subjectOf(connectionId), change: {}, answer: undefined };
  },
});
