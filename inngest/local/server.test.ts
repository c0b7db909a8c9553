import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { hashedKey, signature } from "./call-app";
import { gate, soon, testKeys } from "./conformance-server";
import { createFreshDatabase, type FreshDatabase } from "./fresh-database";
import { prune } from "./prune";
import { type LocalServer, startServer } from "./server";
import { defaultConcurrency } from "./slots";
import { startTestApp, type TestApp, type TestFunction } from "./test-app";

let database: FreshDatabase;
let server: LocalServer;
const apps: TestApp[] = [];

beforeAll(async () => {
  database = await createFreshDatabase();
  server = await startServer({ ...testKeys, databaseUrl: database.url, port: 0, backoff: () => 50 });
});
afterAll(async () => {
  await server.stop();
  await Promise.all(apps.map((app) => app.close()));
  await database.drop();
});

async function startApp(functions: (app: TestApp) => Record<string, TestFunction>, isRegistered = true) {
  const app = await startTestApp({ url: server.url, ...testKeys }, functions);
  apps.push(app);
  if (isRegistered) await server.sync(app.url);
  return app;
}

test("the app may be away for a while without costing attempts", async () => {
  const app = await startApp((self) => ({
    main: {
      retries: 0,
      async run({ step }) {
        await step.run("a", () => {
          self.note("a");
          self.isAway = true;
        });
        await step.run("b", () => self.note("b"));
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.turnedAway).toBeGreaterThan(1));
  app.isAway = false;
  await soon(() => expect(app.ran).toEqual(["a", "b"]));
});

test("a function that sets itself no limit gets the default one", async () => {
  const work = gate();
  const app = await startApp(() => ({
    main: { run: ({ event, step }) => step.run("x", () => work.pass(event.data.n)) },
    keyed: {
      concurrency: { limit: 1, key: "string(event.data.n)" },
      run: ({ event, step }) => step.run("x", () => work.pass(event.data.n)),
    },
  }));
  const many = Array.from({ length: defaultConcurrency + 5 }, (_, n) => ({ n }));
  await app.emit("main", ...many);
  await app.emit("keyed", ...many);
  await soon(() => expect(work.isOpenNow()).toBe(2 * defaultConcurrency));
  await app.fence();
  work.open();
  await soon(() => expect(work.order).toHaveLength(2 * many.length));
  expect(work.most()).toBe(2 * defaultConcurrency);
});

test("only signed calls run a function", async () => {
  const app = await startApp(({ note }) => ({ main: { run: () => note("ran") } }));
  const body = JSON.stringify({
    event: { name: `${app.id}/main`, data: {} },
    events: [],
    steps: {},
    ctx: { run_id: "x", attempt: 0 },
    version: 2,
  });
  const call = (headers: Record<string, string>) =>
    fetch(`${app.url}?fnId=${app.id}-main&stepId=step`, { method: "POST", body, headers }).then(({ status }) => status);
  expect(await call({})).toBe(401);
  expect(await call({ "x-inngest-signature": signature("signkey-test-00", body) })).toBe(401);
  expect(app.ran).toEqual([]);
  await app.emit("main", {});
  await soon(() => expect(app.ran).toEqual(["ran"]));
});

test("an overdue cron tick survives a new registration, runs once, and the next one is due", async () => {
  const app = await startApp(({ note }) => ({
    nightly: { triggers: [{ cron: "TZ=Europe/Oslo 0 4 * * *" }], run: ({ event }) => note(String(event.data.scheduledAt)) },
  }));
  const [due] = (await server.pool.query<{ run_at: Date }>("select run_at from graphile_worker.jobs where key like 'tick:%'")).rows;
  await server.pool.query(
    "select graphile_worker.reschedule_jobs(array_agg(id), run_at := now() + interval '1 second') from graphile_worker.jobs where key like 'tick:%'",
  );
  await server.sync(app.url);
  await soon(() => expect(app.ran).toEqual([due!.run_at.toISOString()]));
  await soon(async () => {
    const { rows } = await server.pool.query<{ run_at: Date }>(
      "select run_at from graphile_worker.jobs where key like 'tick:%' and locked_at is null",
    );
    expect(rows.map(({ run_at }) => run_at)).toEqual([due!.run_at]);
  });
});

test("an event that cannot be routed is set aside with its reason and holds nobody up", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const app = await startApp(({ note }) => ({ main: { run: ({ event }) => note(`${event.data.n}`) } }));
  await server.pool.query("insert into inngest.event (id, body) values ('broken', '{\"data\": {}}')");
  await app.emit("main", { n: 1 });
  await soon(() => expect(app.ran).toEqual(["1"]));
  await soon(async () => {
    const { rows } = await server.pool.query("select tries, failure from inngest.event where id = 'broken' and routed_at is not null");
    expect(rows).toEqual([{ tries: 5, failure: expect.stringContaining("TypeError") }]);
  });
  expect(complaints).toHaveBeenCalledWith(expect.stringMatching(/event \d+ could not be routed/));
  complaints.mockRestore();
});

test("events, ended runs and their steps are deleted after their days; open runs stay", async () => {
  const app = await startApp(({ note }) => ({
    short: { run: ({ step }) => step.run("x", () => note("short")) },
    long: {
      async run({ step }) {
        await step.run("x", () => note("long"));
        await step.sleep("nap", "30d");
      },
    },
  }));
  await app.emit("short", {});
  await app.emit("long", {});
  const count = async (what: string) => Number((await server.pool.query(`select count(*) from inngest.${what}`)).rows[0].count);
  const ended = `run where fn = '${app.id}-short' and ended_at is not null`;
  await soon(async () => expect(await count(ended)).toBe(1));
  await soon(async () =>
    expect(await count(`step where op = 'Sleep' and run in (select id from inngest.run where fn = '${app.id}-long')`)).toBe(1),
  );
  await prune(server.pool, 14);
  expect(await count(ended)).toBe(1);
  await server.pool.query("update inngest.run set ended_at = ended_at - interval '15 days'");
  await server.pool.query("update inngest.event set received_at = received_at - interval '15 days'");
  await prune(server.pool, 14);
  expect(await count("run where ended_at is not null")).toBe(0);
  expect(await count("event")).toBe(0);
  expect(await count(`step where run in (select id from inngest.run where fn = '${app.id}-long')`)).toBe(2);
});

test("events that come before the first registration wait for it", async () => {
  const own = await createFreshDatabase();
  const early = await startServer({ ...testKeys, databaseUrl: own.url, port: 0 });
  const app = await startTestApp({ url: early.url, ...testKeys }, ({ note }) => ({ main: { run: () => note("ran") } }));
  await app.emit("main", {});
  const register = () => fetch(`${early.url}/fn/register`, { method: "POST", body: "{}", headers: { authorization: "Bearer wrong" } });
  expect((await register()).status).toBe(401);
  expect((await fetch(app.url, { method: "PUT" })).status).toBe(200);
  await soon(() => expect(app.ran).toEqual(["ran"]));
  await early.stop();
  await app.close();
  await own.drop();
});

test("a second server on the same database waits until the first is gone", async () => {
  const own = await createFreshDatabase();
  const options = { ...testKeys, databaseUrl: own.url, port: 0 };
  const first = await startServer(options);
  const order: string[] = [];
  const second = startServer(options).then((started) => {
    order.push("second started");
    return started;
  });
  await soon(async () => {
    const { rows } = await first.pool.query(
      "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    );
    expect(rows).toHaveLength(1);
  });
  order.push("first stops");
  await first.stop();
  await (await second).stop();
  expect(order).toEqual(["first stops", "second started"]);
  await own.drop();
});

test("the hashed key is what the SDK shows", () => {
  expect(hashedKey("signkey-test-00ff")).toMatch(/^signkey-test-[0-9a-f]{64}$/);
});
