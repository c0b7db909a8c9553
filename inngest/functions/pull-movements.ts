import { setTimeout as pause } from "node:timers/promises";

import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { endCounted } from "@/lib/data/allowances";
import { inTransaction } from "@/lib/data/client";
import { type Connection, getConnection, listConnections, moveCursor, noteAnswer } from "@/lib/data/connections";
import { listMovedPairs, listPairsAt } from "@/lib/data/find-pairs";
import { emit } from "@/lib/data/outbox";
import { keepMovements, listFeedingWarehouses, takePull, wakePull } from "@/lib/data/pos-movements";
import { markPairs } from "@/lib/data/stock-pairs";
import { isLastUnit } from "@/lib/domain/stock/last-units";
import type { ListedPosLevel, PosMovement } from "@/lib/domain/stock/level";

import { inngest } from "../client";
import { movementsWanted } from "../events";
import { pauseForFailure } from "./carry-orders/connection-trouble";

const pageSize = 1_000;
/** Ids can become readable later than higher ones. */
const overlap = 200n;
const overlapMs = 90_000;
const gatherMs = 100;
const stepMs = 8_000;

/** What moved at the tills: at once when a till says so, and every minute in case nobody did. */
export const pullMovements = inngest.createFunction(
  {
    id: "pull-movements",
    name: "Read what moved at the tills",
    triggers: [movementsWanted, { cron: "* * * * *" }],
    concurrency: [{ limit: 4 }],
    retries: 2,
  },
  async ({ event, step }) => {
    if (event.name === "stock/movements.wanted") {
      const { posId } = event.data;
      return { marked: await step.run("follow", () => followMovements(posId)) };
    }
    const ids = await step.run("tills", async () =>
      (await listConnections({ role: "pos" })).filter(({ isPaused }) => !isPaused).map(({ id }) => id),
    );
    const marked: Record<string, number> = {};
    for (const id of ids) marked[id] = await step.run(`census-${id}`, () => census(id));
    return marked;
  },
);

/** Pulls as long as somebody goes on saying that something moved; a short pause between gathers what is said in it. */
async function followMovements(posId: string): Promise<number> {
  const until = Date.now() + stepMs;
  let marked = 0;
  while (await takePull(posId)) {
    marked += await readMovements(posId);
    if (Date.now() > until) {
      await inTransaction((tx) => wakePull(tx, posId));
      break;
    }
    await pause(gatherMs);
  }
  return marked;
}

async function census(posId: string): Promise<number> {
  const isFirst = (await getConnection(posId)).cursors.levels === undefined;
  const marked = (await readMovements(posId)) + (await readChangedLevels(posId));
  if (isFirst) await inTransaction((tx) => emit(tx, [{ name: "stores/watch.wanted", data: { posId } }]));
  return marked;
}

/** Reads on from the cursor and marks what moved. Answers how many pairs were marked; a POS in trouble is paused and answers 0. */
export async function readMovements(posId: string): Promise<number> {
  const pos = await getConnection(posId);
  try {
    const marked = await readOn(pos);
    if (!pos.lastAnswerAt || Date.now() - pos.lastAnswerAt.getTime() > 5_000) await noteAnswer(pos.id);
    return marked;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await pauseForFailure(pos, error);
    return 0;
  }
}

async function readOn(pos: Connection): Promise<number> {
  const port = openPort(pos, "posStock");
  if (pos.cursors.movements === undefined) {
    const newest = (await port.findNewestMovement()) ?? "0";
    await keepHistory(pos, newest);
    await begin(pos, newest);
    return 0;
  }
  let newest = BigInt(pos.cursors.movements);
  let from = newest > overlap ? newest - overlap : 0n;
  for (let marked = 0; ; ) {
    const movements = await port.listMovements(String(from), pageSize);
    marked += await markMoved(pos.id, movements);
    const ids = movements.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? -1 : 1));
    const last = ids.at(-1) ?? 0n;
    if (last > newest) await moveCursor(pos.id, "movements", String(last));
    if (new Set(ids).size < pageSize) return marked;
    newest = last;
    from = last + 1n;
  }
}

/** What the till sold lately is remembered, so that it is known from the first minute on who sells; nothing is marked by it. */
async function keepHistory(pos: Connection, newest: string): Promise<void> {
  const last = BigInt(newest);
  if (last === 0n) return;
  const from = last > BigInt(pageSize) ? last - BigInt(pageSize) + 1n : 1n;
  const movements = await openPort(pos, "posStock").listMovements(String(from), pageSize);
  await inTransaction((tx) =>
    keepMovements(
      tx,
      pos.id,
      movements.filter(({ id }) => BigInt(id) <= last),
    ),
  );
}

/** The first time: from now on. What lies before is the full compare's. */
async function begin(pos: Connection, newest: string): Promise<void> {
  await moveCursor(pos.id, "movements", newest);
  const shops = await listConnections({ role: "shop", posId: pos.id });
  await inTransaction((tx) =>
    emit(
      tx,
      shops.map(({ id }) => ({ name: "stock/compare.requested", data: { shopId: id } })),
    ),
  );
}

const markMoved = (posId: string, movements: readonly PosMovement[]): Promise<number> =>
  inTransaction(async (tx) => {
    const fresh = await keepMovements(tx, posId, movements);
    const pairs = await listPairsAt(
      tx,
      posId,
      fresh.map((movement) => ({ warehouseId: movement.warehouseId, sku: movement.sku, urgent: isLastUnit(movement) })),
    );
    await markPairs(tx, posId, pairs);
    const counted = fresh.filter(({ kind }) => kind === "count").map(({ warehouseId, sku }) => ({ warehouseId, sku, urgent: false }));
    await endCounted(tx, await listPairsAt(tx, posId, counted));
    return pairs.length;
  });

/** What no movement tells: virtual warehouses, and what is set aside at the till for orders that are not ours. */
export async function readChangedLevels(posId: string): Promise<number> {
  const pos = await getConnection(posId);
  const startedAt = new Date();
  const since = new Date(Date.parse(pos.cursors.levels ?? startedAt.toISOString()) - overlapMs).toISOString();
  try {
    const port = openPort(pos, "posStock");
    let marked = 0;
    for (const warehouseId of await listFeedingWarehouses(posId))
      marked += await markChanged(posId, await port.listChangedLevels(warehouseId, since));
    await moveCursor(pos.id, "levels", startedAt.toISOString());
    return marked;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await pauseForFailure(pos, error);
    return 0;
  }
}

const markChanged = (posId: string, levels: readonly ListedPosLevel[]): Promise<number> =>
  inTransaction(async (tx) => {
    const pairs = await listMovedPairs(tx, posId, levels);
    await markPairs(tx, posId, pairs);
    return pairs.length;
  });
