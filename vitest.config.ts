import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const house = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

export default defineConfig({
  resolve: { alias: { "@": house, "server-only": `${house}/lib/machine/empty-module.ts` } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    globalSetup: "lib/machine/test-postgres.ts",
    testTimeout: 60_000,
    // A poll ends when its condition holds; the limit is for what never will.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
