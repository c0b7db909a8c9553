import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestDatabase } from "@/lib/machine/test-database";

import { db } from "./client";
import { exchangeShare } from "./quota-shares";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

test("one process has all; a second waits until the first gives up its part, and gets its own", async () => {
  const [connection, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  expect(await exchangeShare(connection, first, 10)).toBe(1);
  expect(await exchangeShare(connection, second, 10)).toBe(0);
  expect(await exchangeShare(connection, first, 10)).toBeCloseTo(0.5);
  expect(await exchangeShare(connection, second, 10)).toBeCloseTo(0.5);
  expect(await exchangeShare(randomUUID(), second, 10), "another connection").toBe(1);

  await db.$executeRaw`update quota_share set until = now() - interval '1 second' where process = ${first}::uuid`;
  expect(await exchangeShare(connection, second, 10), "who is away for a moment is still reckoned with").toBeCloseTo(0.9);
  await db.$executeRaw`update quota_share set until = now() - interval '2 minutes' where process = ${first}::uuid`;
  expect(await exchangeShare(connection, second, 10)).toBe(1);
});

test("many who ask at once never hold more than all of it", async () => {
  const connection = randomUUID();
  const processes = Array.from({ length: 5 }, () => randomUUID());
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(processes.map((process, at) => exchangeShare(connection, process, 1 + at)));
    const rows = await db.quotaShare.findMany({ where: { connectionId: connection } });
    expect(rows.reduce((total, { part }) => total + part, 0)).toBeLessThanOrEqual(1 + 1e-9);
  }
  expect((await db.quotaShare.findMany({ where: { connectionId: connection } })).every(({ part }) => part > 0)).toBe(true);
});
