import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

import { migrate } from "../../prisma/migrate";

/** A migrated database for one test file, and the settings that make lib/data use it. Call before anything of lib/data is used. */
export async function openTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("TEST_DATABASE_URL is not set; run the tests with vitest");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await migrate(url);
  Object.assign(process.env, {
    DATABASE_URL: url,
    NEXTAUTH_URL: "http://127.0.0.1:1",
    NEXTAUTH_SECRET: randomBytes(24).toString("hex"),
    PARITY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    INNGEST_EVENT_KEY: "test",
    INNGEST_SIGNING_KEY: `signkey-test-${randomBytes(32).toString("hex")}`,
  });
  return {
    url,
    async drop() {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      await client.query(`drop database if exists "${name}" with (force)`);
      await client.end();
    },
  };
}
