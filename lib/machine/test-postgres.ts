import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { startPostgres } from "./postgres";

/** Vitest's global set-up: one PostgreSQL for all test files; each file makes databases of its own in it. */
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const folder = mkdtempSync(path.join(tmpdir(), "parity-test-"));
  chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user of its own and must get in
  const postgres = await startPostgres({ folder: path.join(folder, "postgres") });
  process.env.TEST_DATABASE_URL = postgres.url("postgres");
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
