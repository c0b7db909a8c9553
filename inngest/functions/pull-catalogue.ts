import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { connectors } from "@/lib/connectors/registry";
import { keepLocations, keepProducts, keepRates, keepWarehouses, markUnseen } from "@/lib/data/catalogue";
import { db } from "@/lib/data/client";
import { type Connection, getConnection, listConnections, moveCursor } from "@/lib/data/connections";
import { probeSoon } from "@/lib/data/due-probes";

import { inngest } from "../client";
import { catalogueRequested } from "../events";
import { pauseForFailure } from "./carry-orders/connection-trouble";

const overlapMs = 5 * 60_000;

/** Every five minutes what changed, at night everything; and at once when somebody asks. */
export const pullCatalogue = inngest.createFunction(
  { id: "pull-catalogue", name: "Read catalogues", triggers: [catalogueRequested, { cron: "*/5 * * * *" }], concurrency: 2, retries: 2 },
  async ({ event, step }) => {
    const asked = event.name === "catalogue/pull.requested" ? event.data : null;
    const ids = asked
      ? [asked.connectionId]
      : await step.run("connections", async () => (await listConnections()).filter(({ isPaused }) => !isPaused).map(({ id }) => id));
    const read: Record<string, number> = {};
    for (const id of ids) read[id] = await step.run(`read-${id}`, () => readCatalogue(id, asked?.full ?? false));
    return read;
  },
);

/** Reads products, places and rates of one connection. Answers how many products were read. */
export async function readCatalogue(connectionId: string, full: boolean): Promise<number> {
  const connection = await getConnection(connectionId);
  try {
    await readPlaces(connection);
    const count = await readProducts(connection, full);
    await probeSoon(connection.role === "pos" ? { posId: connection.id } : { shopId: connection.id });
    return count;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await pauseForFailure(connection, error);
    return 0;
  }
}

async function readPlaces(connection: Connection): Promise<void> {
  const can = connectors[connection.platform]?.can ?? [];
  if (can.includes("locations")) await keepLocations(db, connection.id, await openPort(connection, "locations").list());
  if (!can.includes("warehouses")) return;
  const port = openPort(connection, "warehouses");
  await keepWarehouses(db, connection.id, await port.list());
  await keepRates(db, connection.id, await port.listRates());
}

async function readProducts(connection: Connection, full: boolean): Promise<number> {
  const port = openPort(connection, "catalogue");
  const startedAt = new Date();
  const known = full ? undefined : connection.cursors.catalogue;
  const since = known ? new Date(Date.parse(known) - overlapMs).toISOString() : null;
  let page: string | null = null;
  let count = 0;
  do {
    const { items, next }: Awaited<ReturnType<typeof port.listChanged>> = await port.listChanged(since, page);
    await keepProducts(connection.id, items);
    count += items.length;
    page = next;
  } while (page !== null);
  if (since === null) await markUnseen(connection.id, startedAt);
  await moveCursor(connection.id, "catalogue", startedAt.toISOString());
  return count;
}
