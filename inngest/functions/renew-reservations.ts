import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { db } from "@/lib/data/client";
import { getConnection, listConnections } from "@/lib/data/connections";
import { keepReservation, listEndingReservations } from "@/lib/data/effects";
import { endEffects } from "@/lib/data/own-units";

import { inngest } from "../client";
import { isOfConnection, pauseForFailure } from "./carry-orders/connection-trouble";

const daysAhead = 3;
const atOnce = 200;

/** Every hour: stock set aside for orders that are still open at the till goes on being set aside. */
export const renewReservations = inngest.createFunction(
  { id: "renew-reservations", name: "Go on setting stock aside", triggers: [{ cron: "23 * * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) => {
    const posIds = await step.run("tills", async () =>
      (await listConnections({ role: "pos" })).filter(({ isPaused }) => !isPaused).map(({ id }) => id),
    );
    const renewed: Record<string, number> = {};
    for (const posId of posIds) renewed[posId] = await step.run(`renew-${posId}`, () => renewAt(posId));
    return renewed;
  },
);

/** Answers how many were renewed. An order that ended at the till meanwhile is noted instead. */
export async function renewAt(posId: string): Promise<number> {
  const connection = await getConnection(posId);
  const port = openPort(connection, "posOrders");
  let renewed = 0;
  try {
    const ending = await listEndingReservations(posId, daysAhead, atOnce);
    const held = new Map((await port.listByIds(ending.map(({ remoteId }) => remoteId))).map((order) => [order.id, order]));
    const over = ending.filter(({ remoteId }) => held.get(remoteId)?.state !== "open");
    await endEffects(
      db,
      over.map(({ key }) => key),
    );
    for (const { key, remoteId, reserveDays } of ending) {
      if (held.get(remoteId)?.state !== "open" || reserveDays === 0) continue;
      const until = new Date(Date.now() + reserveDays * 86_400_000).toISOString();
      try {
        await port.reserveUntil(remoteId, until);
        await keepReservation(key, until);
        renewed += 1;
      } catch (error) {
        // One order's trouble is tried again with the next hour.
        if (!(error instanceof ConnectorError) || isOfConnection(error.failure)) throw error;
        console.warn(`a reservation was not renewed: ${error.message}`);
      }
    }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await pauseForFailure(connection, error);
  }
  return renewed;
}
