import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestDatabase } from "@/lib/machine/test-database";

import { db, rows } from "./client";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const back = (list: readonly object[]) => db.$queryRaw`select * from json_to_recordset(${rows(list)}) as r(id bigint, text text)`;

test("any text of a stranger's comes through: what no database keeps as the replacement character, all else as it is", async () => {
  const texts = ["a\0b", "half \ud83d", "whole \ud83d\ude00", "\\u0000 \\ud800", "é\n\"'"];
  expect(await back(texts.map((text, nth) => ({ id: BigInt(nth), text })))).toEqual(
    ["a\ufffdb", "half \ufffd", "whole \ud83d\ude00", "\\u0000 \\ud800", "é\n\"'"].map((text, nth) => ({ id: BigInt(nth), text })),
  );
});
