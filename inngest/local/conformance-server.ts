import { afterAll, beforeAll, expect, vi } from "vitest";

import { createFreshDatabase } from "./fresh-database";
import { startServer } from "./server";
import { startTestApp, type Target, type TestApp, type TestFunction } from "./test-app";

export const testKeys = { eventKey: "event-key", signingKey: "signkey-test-0123456789abcdef" };

/** The real server waits 15 s and more before it tries again. */
const patience = process.env.INNGEST_CONFORMANCE_URL ? 180_000 : 20_000;

/** Looks again and again until the assertions hold. */
export const soon = (look: () => unknown, interval = 20) => vi.waitFor(look, { timeout: patience, interval });

/**
 * The server under test: INNGEST_CONFORMANCE_URL, written http://<event key>:<signing key>@host:port (without keys for a dev server),
 * or ours with a database of its own. Call it once at the top of a test file.
 */
export function useConformanceServer() {
  let target: Target;
  let stop = async () => {};
  const apps: TestApp[] = [];
  vi.setConfig({ testTimeout: patience * 2 });

  beforeAll(async () => {
    const given = process.env.INNGEST_CONFORMANCE_URL;
    if (given) {
      const { origin, username, password } = new URL(given);
      target = { url: origin, ...(username && { eventKey: username }), ...(password && { signingKey: password }) };
      return;
    }
    const database = await createFreshDatabase();
    const server = await startServer({ ...testKeys, databaseUrl: database.url, port: 0, backoff: () => 50 });
    target = { url: server.url, ...testKeys };
    stop = async () => {
      await server.stop();
      await database.drop();
    };
  });
  afterAll(async () => {
    await stop();
    await Promise.all(apps.map((app) => app.close()));
  });

  return {
    target: () => target,
    /** An app with these functions, registered. */
    async app(functions: (app: TestApp) => Record<string, TestFunction>, id?: string): Promise<TestApp> {
      const app = await startTestApp(target, functions, id);
      apps.push(app);
      const answer = await app.register();
      expect(answer.status, await answer.text()).toBe(200);
      return app;
    },
  };
}

/** Work that is open until the test opens the gate; knows how much was open at once, in all and per key. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const open = new Map<string, number>();
  const most = new Map<string, number>();
  const order: unknown[] = [];
  const change = (key: string, by: number) => {
    open.set(key, (open.get(key) ?? 0) + by);
    most.set(key, Math.max(most.get(key) ?? 0, open.get(key)!));
  };
  return {
    order,
    open: () => resolve(),
    isOpenNow: (key = "all") => open.get(key) ?? 0,
    most: (key = "all") => most.get(key) ?? 0,
    async pass(n: unknown, key = "one") {
      order.push(n);
      change("all", 1);
      change(key, 1);
      await promise;
      change("all", -1);
      change(key, -1);
    },
  };
}
