import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const house = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

export default defineConfig({
  resolve: { alias: { "@": house, "server-only": `${house}/lib/machine/empty-module.ts` } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    globalSetup: "lib/machine/test-postgres.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
