import pg from "pg";
import { expect, test } from "vitest";

test("the tests have a PostgreSQL of their own", async () => {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL! });
  await client.connect();
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  await client.end();
  expect(rows[0].version).toBeGreaterThanOrEqual(180000);
});
