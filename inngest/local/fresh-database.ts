import { randomBytes } from "node:crypto";
import pg from "pg";

export type FreshDatabase = { url: string; drop(): Promise<void> };

/** A database of its own for one test file. `home` is where one may be created; dropping it ends whoever still uses it. */
export async function createFreshDatabase(home = process.env.TEST_DATABASE_URL): Promise<FreshDatabase> {
  if (!home) throw new Error("TEST_DATABASE_URL says where a database may be created, and is not set");
  const name = `inngest_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: home });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(home);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}
