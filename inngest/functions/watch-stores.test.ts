import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { listCauses } from "@/lib/data/causes";
import { db, inTransaction } from "@/lib/data/client";
import { createConnection, moveCursor } from "@/lib/data/connections";
import { keepMovements } from "@/lib/data/pos-movements";
import type { ConnectionId, Sku, WarehouseId } from "@/lib/domain/ids";
import type { PosMovement, Thousandths } from "@/lib/domain/stock/level";
import { openTestDatabase } from "@/lib/machine/test-database";

import { watch } from "./watch-stores";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let ids = 0;
const at = (clock: string) => new Date(`2026-11-21T${clock}:00Z`);

beforeAll(async () => {
  database = await openTestDatabase();
  const till = { code: "POS", platform: "sitoo", role: "pos", name: "Till", currency: "GBP", zone: "Europe/London", settings: {} } as const;
  posId = await createConnection(db, till, new Set());
  const place = (remoteId: string, name: string, storeId: string | null) => ({
    connectionId: posId,
    remoteId,
    name,
    storeId,
    storeName: name,
  });
  await db.place.createMany({ data: [place("1", "Leeds", "1"), place("2", "York", "2"), place("9", "Warehouse", null)] });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.$executeRaw`truncate cause, exception, cause_entry, pos_movement`;
  await db.$executeRaw`update connection set cursors = '{}', is_paused = false`;
  await sell("2", at("10:00"));
});

const moved = (warehouseId: string, when: Date, kind: PosMovement["kind"]): PosMovement => ({
  id: String(++ids),
  warehouseId: warehouseId as WarehouseId,
  sku: "A" as Sku,
  kind,
  change: -1_000 as Thousandths,
  totalAfter: 5_000 as Thousandths,
  at: when.toISOString(),
});
const sell = (warehouseId: string, when: Date, kind: PosMovement["kind"] = "sale") =>
  inTransaction((tx) => keepMovements(tx, posId, [moved(warehouseId, when, kind)]));
/** Looks every five minutes up to then, as the flow does, with the movements just read. */
async function lookUntil(from: Date, until: Date): Promise<number | null> {
  let silent: number | null = null;
  for (let now = from.getTime(); now <= until.getTime(); now += 5 * 60_000) {
    await moveCursor(posId, "levels", new Date(now).toISOString());
    silent = await watch(posId, new Date(now));
  }
  return silent;
}
const open = () =>
  listCauses({ state: "active", owner: "", family: "", kind: "", shop: "", q: "" }, "00000000-0000-4000-8000-000000000001");

test("a store that stops selling is raised at its limit, kept up to date, and closed by its next sale", async () => {
  await sell("1", at("10:02"));
  await sell("2", at("10:40"));
  expect(await lookUntil(at("10:00"), at("10:45"))).toBe(0);
  expect(await lookUntil(at("10:50"), at("10:50"))).toBe(1);
  expect(await open()).toMatchObject([
    { kind: "store-silent", entity: "1", connectionId: posId, evidence: { store: "Leeds", minutes: 48 } },
  ]);
  await lookUntil(at("10:55"), at("11:00"));
  expect(await open()).toMatchObject([{ entity: "1", evidence: { minutes: 58, since: at("10:02").toISOString() }, records: 1 }]);

  await sell("1", at("11:03"), "refund");
  expect(await lookUntil(at("11:05"), at("11:05"))).toBe(0);
  expect(await open()).toEqual([]);
  const [closed] = await db.cause.findMany();
  expect(closed).toMatchObject({ state: "resolved", closedHow: "verified", closedBy: "flow" });
});

test("deliveries and counts are no sales, and what no store sells from is not watched", async () => {
  await sell("9", at("09:05"));
  await sell("2", at("10:40"), "in");
  await sell("2", at("10:45"), "count");
  expect(await lookUntil(at("10:50"), at("10:50"))).toBe(1);
  expect(await open()).toMatchObject([{ entity: "2" }]);
});

test("closing time neither raises a silence nor ends one", async () => {
  await sell("1", at("17:30"));
  await lookUntil(at("17:00"), at("18:30"));
  expect(await open()).toMatchObject([{ entity: "2", evidence: { minutes: 475 } }]);
});

test("while movements cannot be read nothing is judged, and afterwards the clock starts anew", async () => {
  await lookUntil(at("10:00"), at("10:10"));
  expect(await watch(posId, at("10:50"))).toBeNull();
  expect(await lookUntil(at("11:00"), at("11:40"))).toBe(0);
  expect(await lookUntil(at("11:45"), at("11:45"))).toBe(1);
});

test("a paused till is not watched", async () => {
  await db.$executeRaw`update connection set is_paused = true`;
  expect(await lookUntil(at("11:00"), at("11:00"))).toBeNull();
  expect(await open()).toEqual([]);
});
