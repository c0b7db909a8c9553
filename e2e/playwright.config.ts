import { defineConfig } from "@playwright/test";

import { findBrowser } from "../lib/machine/browser";
import { freePort } from "../lib/machine/ports";

const { executablePath, args, env } = await findBrowser();
// Chosen once; the workers read this file again and inherit it.
process.env.PARITY_JOURNEY_PORT ??= String(await freePort());

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results",
  globalSetup: "./start-house.ts",
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${process.env.PARITY_JOURNEY_PORT}`,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
  },
});
