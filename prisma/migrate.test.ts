import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { expect, test } from "vitest";

import { migrate } from "./migrate";

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");

test("schema.prisma has not changed since the last migration", () => {
  expect(read("schema.prisma")).toBe(read("migrations/schema.prisma"));
});

test("a missing database is made, migrated once, and left alone the second time", async () => {
  const url = Object.assign(new URL(process.env.TEST_DATABASE_URL!), { pathname: `/migrate_${randomUUID().replaceAll("-", "")}` }).href;
  const applied = await migrate(url);
  expect(applied.length).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual([]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select migration_name from _prisma_migrations where finished_at is not null order by 1");
  await client.end();
  expect(rows.map((row) => row.migration_name)).toEqual(applied);
});

test("a migration that fails leaves nothing of itself behind", async () => {
  const url = Object.assign(new URL(process.env.TEST_DATABASE_URL!), { pathname: `/migrate_${randomUUID().replaceAll("-", "")}` }).href;
  const folder = mkdtempSync(path.join(tmpdir(), "parity-migrate-"));
  mkdirSync(path.join(folder, "1_half"));
  writeFileSync(path.join(folder, "1_half/migration.sql"), "create table first_half (id int);\nnonsense;\n");
  writeFileSync(path.join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  await expect(migrate(url, { folder })).rejects.toThrow(/could not be migrated.*nonsense/s);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select to_regclass('first_half') as first");
  await client.end();
  expect(rows[0].first).toBeNull();
});
