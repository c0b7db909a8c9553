import { afterAll, beforeAll, expect, test } from "vitest";

import { soon, testKeys } from "./conformance-server";
import { createFreshDatabase, type FreshDatabase } from "./fresh-database";
import { type LocalServer, startServer } from "./server";
import { startTestApp, type TestApp } from "./test-app";

type Run = { run_id: string; function_id: string; status: string; event_name: string; ended_at: string | null };
type Page = { data: Run[]; next: string | null };

let database: FreshDatabase;
let server: LocalServer;
let app: TestApp;

const get = (path: string, key = testKeys.signingKey) => fetch(server.url + path, { headers: { authorization: `Bearer ${key}` } });
const page = async (query: string) => (await (await get(`/v1/runs?${query}`)).json()) as Page;

beforeAll(async () => {
  database = await createFreshDatabase();
  server = await startServer({ ...testKeys, databaseUrl: database.url, port: 0 });
  app = await startTestApp({ url: server.url, ...testKeys }, ({ note }) => ({
    good: { run: ({ event, step }) => step.run("double it", () => note("good", Number(event.data.n) * 2)) },
    bad: { retries: 0, run: () => Promise.reject(new Error("broken")) },
    slow: { run: ({ step }) => step.sleep("a long nap", "1h") },
  }));
  await server.sync(app.url);
  await app.emit("good", ...[1, 2, 3, 4, 5].map((n) => ({ n })));
  await app.emit("bad", {});
  await app.emit("slow", {});
  await soon(async () => {
    expect((await page("status=completed")).data).toHaveLength(5);
    expect((await page("status=failed")).data).toHaveLength(1);
    expect((await page("status=running")).data).toHaveLength(1);
  });
});
afterAll(async () => {
  await server.stop();
  await app.close();
  await database.drop();
});

test("runs come newest first, page by page, each once", async () => {
  const first = await page("limit=3");
  const second = await page(`limit=3&before=${first.next}`);
  const last = await page(`limit=3&before=${second.next}`);
  expect([first, second, last].map(({ data }) => data.length)).toEqual([3, 3, 1]);
  expect(last.next).toBeNull();
  const ids = [first, second, last].flatMap(({ data }) => data.map(({ run_id }) => run_id));
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
});

test("runs of one function, of one status", async () => {
  const { data } = await page(`fn=${app.id}-bad&status=failed`);
  expect(data).toEqual([expect.objectContaining({ function_id: `${app.id}-bad`, status: "failed", event_name: `${app.id}/bad` })]);
  expect((await page(`fn=${app.id}-bad&status=completed`)).data).toEqual([]);
});

test("one run with its events, its output and its steps", async () => {
  const [run] = (await page(`fn=${app.id}-good&limit=1`)).data;
  const { data } = (await (await get(`/v1/runs/${run!.run_id}`)).json()) as { data: object };
  expect(data).toMatchObject({
    status: "completed",
    output: 10,
    events: [{ name: `${app.id}/good`, data: { n: 5 } }],
    steps: [{ name: "double it", op: "StepRun", status: "completed", output: 10, error: null }],
  });
  const [open] = (await page(`fn=${app.id}-slow`)).data;
  const { data: waiting } = (await (await get(`/v1/runs/${open!.run_id}`)).json()) as { data: object };
  expect(waiting).toMatchObject({ status: "running", ended_at: null, steps: [{ op: "Sleep", status: "open", ended_at: null }] });
});

test("without the key nothing is told; a wrong question is a 400, an unknown run a 404", async () => {
  expect((await get("/v1/runs", "wrong")).status).toBe(401);
  expect((await fetch(`${server.url}/v1/runs`)).status).toBe(401);
  expect((await get("/v1/runs?status=odd")).status).toBe(400);
  expect((await get("/v1/runs/none")).status).toBe(404);
});

test("health needs no key and says how many functions there are", async () => {
  expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 200, message: "OK", functions: 4 });
});
