import { afterAll, beforeAll, expect, test } from "vitest";

import { RecordFilter } from "@/lib/domain/records/record-filter";
import { openTestDatabase } from "@/lib/machine/test-database";

import { db } from "./client";
import { createConnection } from "./connections";
import { countToday, listTalliedDays, pruneTally, tallyRecords } from "./record-tally";
import { countRecords } from "./runs";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: string;
let shopId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Asia/Kolkata", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(
    db,
    { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId: posId as never, ...plain },
    new Set(),
  );
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const write = (at: string, outcome: string, count = 1) =>
  db.$executeRawUnsafe(
    `insert into record (at, id, run_id, flow, connection_id, entity, key, label, outcome)
     select ${at}, gen_random_uuid(), gen_random_uuid(), 'carry-orders', '${shopId}', 'order', n::text, '', '${outcome}' from generate_series(1, ${count}) n`,
  );
const move = (seenAt: string, id: number) =>
  db.$executeRawUnsafe(
    `insert into pos_movement (pos_id, movement_id, sku, warehouse_id, kind, change, total_after, at, seen_at) values ('${posId}', ${id}, 'MUG', '1', 'sale', -1000, 5000, ${seenAt}, ${seenAt})`,
  );
const tallied = async () => Object.fromEntries((await countToday()).map(({ flow, outcome, count }) => [`${flow} ${outcome}`, count]));
async function tallyAll(): Promise<void> {
  while (!(await tallyRecords()).isDone);
}

test("today's counts are what the list of records counts, before, between and after each tally, in a zone of half hours", async () => {
  const day = "date_trunc('day', now(), 'Asia/Kolkata')";
  await write(`${day} + (now() - ${day}) * 0.1`, "confirmed", 7);
  await write(`${day} + (now() - ${day}) * 0.5`, "held", 3);
  await write(`${day} - interval '1 second'`, "confirmed", 40);
  await write("now() - interval '30 seconds'", "confirmed", 2);
  await move(`${day} + (now() - ${day}) * 0.5`, 1);
  await move("now()", 2);
  const listed = await countRecords(RecordFilter.parse({ shop: shopId, since: "today" }));
  const expected = { "carry-orders confirmed": listed.confirmed, "carry-orders held": listed.held, "pull-movements read": 2 };
  expect(await tallied()).toEqual(expected);
  await tallyAll();
  expect(await tallied()).toEqual(expected);
  await tallyAll();
  expect(await tallied()).toEqual(expected);
});

test("each record is in the tally once, and those that are too young not yet", async () => {
  const [row] = await db.$queryRaw<{ count: number }[]>`select sum(count)::int as count from record_tally where flow = 'carry-orders'`;
  const [old] = await db.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from record where at < (select until from tally_mark)`;
  expect(row?.count).toBe(old?.count);
  expect(old?.count).toBeLessThan(await db.record.count());
});

test("two tallies at once count nothing twice", async () => {
  await write("now() - interval '10 minutes'", "failed", 5);
  await db.$executeRaw`update tally_mark set until = now() - interval '20 minutes'`;
  await db.$executeRaw`delete from record_tally where at >= date_bin('15 minutes', now() - interval '20 minutes', '2000-01-01'::timestamptz)`;
  await Promise.all([tallyRecords(), tallyRecords(), tallyRecords()]);
  const [failed] = await db.$queryRaw<{ count: number }[]>`select sum(count)::int as count from record_tally where outcome = 'failed'`;
  expect(failed?.count).toBe(5);
});

test("days before today stand by the shop's own calendar, and old ones go", async () => {
  const days = await listTalliedDays(6);
  const [yesterday] = await db.$queryRaw<{ day: string }[]>`select ((now() at time zone 'Asia/Kolkata')::date - 1)::text as day`;
  expect(days.filter(({ day }) => day === yesterday?.day).reduce((sum, { count }) => sum + count, 0)).toBe(40);
  await db.$executeRaw`insert into record_tally values ('carry-orders', ${shopId}::uuid, now() - interval '500 days', 'confirmed', 9)`;
  expect(await pruneTally(db, 400)).toBe(1);
});
