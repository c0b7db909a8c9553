import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { freePort } from "@/lib/machine/ports";

import { testKeys } from "./conformance-server";
import { createFreshDatabase, type FreshDatabase } from "./fresh-database";
import { type SupervisedServer, startSupervised } from "./supervised-server";
import { type Context, startTestApp, type TestApp } from "./test-app";

let database: FreshDatabase;
let db: pg.Pool;
let server: SupervisedServer;
let app: TestApp;

/** Every execution of a step of the load, and what happens in the middle of it. */
const executed: { step: string; at: number }[] = [];
let inTheMiddle = (_execution: number): unknown => undefined;
const work = (name: string) => async () => {
  executed.push({ step: name, at: Date.now() });
  await inTheMiddle(executed.length);
  return name;
};
const soon = (look: () => unknown) => vi.waitFor(look, { timeout: 60_000, interval: 20 });
const count = async (query: string) => Number((await db.query<{ count: string }>(query)).rows[0]!.count);
const finished = () => new Set(app.ran.filter((text) => text.startsWith("done"))).size;

beforeAll(async () => {
  database = await createFreshDatabase();
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  db.on("error", () => undefined);
  const port = await freePort();
  app = await startTestApp({ url: `http://127.0.0.1:${port}`, ...testKeys }, ({ note }) => ({
    waits: {
      async run({ step }) {
        await step.run("a", () => note("a"));
        await step.sleep("nap", "1s");
        const answer = step.waitForEvent("answer", { event: "answer", timeout: "1h" });
        const [event] = await Promise.all([answer, step.run("side", () => note("side"))]);
        note(`answered ${event?.data.n}`);
      },
    },
    load: {
      concurrency: [{ limit: 5 }, { limit: 1, key: "string(event.data.key)" }],
      async run({ event, step }: Context) {
        const { id } = event.data;
        await step.run("a", work(`${id} a`));
        await Promise.all([step.run("p", work(`${id} p`)), step.run("q", work(`${id} q`))]);
        await step.run("b", work(`${id} b`));
        note(`done ${id}`);
      },
    },
  }));
  server = startSupervised({
    DATABASE_URL: database.url,
    PORT: String(port),
    INNGEST_EVENT_KEY: testKeys.eventKey,
    INNGEST_SIGNING_KEY: testKeys.signingKey,
    APP_URL: app.url,
  });
});
afterAll(async () => {
  await server.end("SIGKILL");
  await app.close();
  await db.end();
  await database.drop();
});

/** As an outbox does: again until it was accepted, each event with an id of its own. */
async function sendLoad(name: string, runs: number) {
  for (let from = 0; from < runs; from += 10) {
    const events = Array.from({ length: 10 }, (_, n) => ({ id: `${name}-${from + n}`, key: (from + n) % 40 }));
    const batch = events.map((data) => ({ id: data.id, name: `${app.id}/load`, data }));
    for (let isAccepted = false; !isAccepted; ) {
      isAccepted = await app.send(batch).then(
        () => true,
        () => false,
      );
    }
  }
}

async function expectNothingLeft(runs: number) {
  await soon(async () => expect(await count("select count(*) from inngest.run where ended_at is null")).toBe(0));
  await soon(async () => expect(await count("select count(*) from graphile_worker.jobs where task_identifier <> 'resume'")).toBe(0));
  expect(await count("select count(*) from inngest.run where fn like '%-load' and status = 'completed'")).toBe(runs);
  expect(await count("select count(*) from inngest.work")).toBe(0);
  expect(await count("select count(*) from inngest.slot")).toBe(0);
}

test("killed while a run sleeps and while it waits: neither is forgotten, no finished step runs again", async () => {
  await soon(() => expect(server.lines.some((line) => line.startsWith("inngest registered"))).toBe(true));
  await app.emit("waits", {});
  await soon(async () => expect(await count("select count(*) from inngest.step where op = 'Sleep'")).toBe(1));
  server.kill("SIGKILL");
  await soon(() => expect(app.ran).toEqual(["a", "side"]));
  await soon(async () => expect(await count("select count(*) from inngest.step where name = 'side' and done is not null")).toBe(1));
  server.kill("SIGKILL");
  await soon(() => app.send({ name: "answer", data: { n: 42 } }));
  await soon(() => expect(app.ran).toEqual(["a", "side", "answered 42"]));
  expect(server.exits).toEqual([null, null]);
});

test("killed again and again in the middle of steps, under load: no event lost, no run doubled, no stored step run again", {
  timeout: 120_000,
}, async () => {
  const runs = 150;
  inTheMiddle = (execution) => (execution % 100 === 50 ? server.kill("SIGKILL") : undefined);
  await sendLoad("killed", runs);
  await soon(() => expect(finished()).toBe(runs));
  await expectNothingLeft(runs);
  expect(server.exits.length).toBeGreaterThan(5);

  const { rows } = await db.query<{ step: string; at: Date }>(
    `select (r.events -> 0 -> 'data' ->> 'id') || ' ' || s.name as step, s.done_at as at
     from inngest.step s join inngest.run r on r.id = s.run where r.fn like '%-load'`,
  );
  const storedAt = new Map(rows.map(({ step, at }) => [step, at.getTime()]));
  expect(executed.filter(({ step, at }) => at > storedAt.get(step)! + 5)).toEqual([]);
});

test("every database connection cut under load: it leaves at once, and its next life loses nothing", { timeout: 120_000 }, async () => {
  const before = server.exits.length;
  const executedBefore = executed.length;
  inTheMiddle = (execution) =>
    (execution - executedBefore) % 60 === 30
      ? db.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
      : undefined;
  await sendLoad("cut", 60);
  await soon(() => expect(finished()).toBe(210));
  await expectNothingLeft(210);
  expect(server.exits.length).toBeGreaterThan(before);
  expect(new Set(server.exits.slice(before))).toEqual(new Set([1]));
});

test("SIGTERM in the middle of a step: it stops cleanly and leaves no job locked", async () => {
  const arrived = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  inTheMiddle = () => {
    arrived.resolve();
    return open.promise;
  };
  await soon(() => sendLoad("stopped", 10));
  await arrived.promise;
  expect(await server.end("SIGTERM")).toBe(0);
  open.resolve();
  expect(await count("select count(*) from graphile_worker.jobs where locked_by is not null")).toBe(0);
  expect(await count("select count(*) from inngest.run where ended_at is null")).toBe(10);
});
