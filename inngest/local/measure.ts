import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

import { freePort } from "@/lib/machine/ports";

import { createFreshDatabase } from "./fresh-database";
import { startSupervised } from "./supervised-server";
import { startTestApp, type TestApp, type TestFunction } from "./test-app";

/**
 * Prints what the server does per second and per step: app and load in this process, the server in one of its own.
 * Takes the address of a PostgreSQL where a database may be created: tsx inngest/local/measure.ts postgresql://…
 */
const home = z.url().parse(process.argv[2]);
const keys = { eventKey: "event-key", signingKey: "signkey-test-0123456789abcdef" };

let ended = 0;
let wanted = Promise.withResolvers<void>();
let target = 0;
const end = () => {
  if (++ended === target) wanted.resolve();
};
function awaitEnds(count: number) {
  ended = 0;
  target = count;
  wanted = Promise.withResolvers();
  return wanted.promise;
}

const twoSteps = (options: object): TestFunction => ({
  ...options,
  async run({ step }) {
    await step.run("a", () => 1);
    await step.run("b", () => 2);
    end();
  },
});
const arrivals = new Map<unknown, (at: number) => void>();
const marks: number[] = [];

const functions = (): Record<string, TestFunction> => ({
  two: twoSteps({ concurrency: 10 }),
  keyed: twoSteps({ concurrency: [{ limit: 10 }, { limit: 1, key: "string(event.data.key)" }] }),
  unlimited: twoSteps({}),
  start: { concurrency: 10, run: ({ event }) => arrivals.get(event.data.n)?.(performance.now()) },
  long: {
    async run({ step }) {
      for (let n = 0; n < 50; n++) await step.run(`s${n}`, () => void marks.push(performance.now()));
      end();
    },
  },
});

const quantile = (list: number[], q: number) => list.toSorted((a, b) => a - b)[Math.floor(list.length * q)]!.toFixed(1);
const perSecond = (count: number, ms: number) => ((count / ms) * 1_000).toFixed(0);

async function measureBulk(app: TestApp, name: string, count: number, title: string, key: (n: number) => number = () => 0) {
  const done = awaitEnds(count);
  const began = performance.now();
  for (let from = 0; from < count; from += 500) {
    await app.emit(name, ...Array.from({ length: Math.min(500, count - from) }, (_, n) => ({ key: key(from + n) })));
  }
  const accepted = performance.now() - began;
  await done;
  const all = performance.now() - began;
  console.log(`${title}: accepted ${perSecond(count, accepted)}/s, done ${perSecond(count, all)} runs/s`);
}

async function measureStart(app: TestApp) {
  const latencies: number[] = [];
  for (let n = 0; n < 300; n++) {
    const { promise, resolve } = Promise.withResolvers<number>();
    arrivals.set(n, resolve);
    const sent = performance.now();
    const [, arrived] = await Promise.all([app.emit("start", { n }), promise]);
    latencies.push(arrived - sent);
    await pause(10);
  }
  console.log(
    `event to start of run, idle: p50 ${quantile(latencies, 0.5)} ms, p95 ${quantile(latencies, 0.95)} ms, worst ${quantile(latencies, 0.999)} ms`,
  );
}

async function measureSteps(app: TestApp) {
  const done = awaitEnds(1);
  await app.emit("long", {});
  await done;
  const gaps = marks.slice(1).map((mark, n) => mark - marks[n]!);
  const [first, last] = [gaps.slice(0, 10), gaps.slice(-10)].map((part) => quantile(part, 0.5));
  console.log(`from one step to the next, 50 steps: p50 ${quantile(gaps, 0.5)} ms (first ten ${first}, last ten ${last})`);
}

async function main() {
  const database = await createFreshDatabase(home);
  const port = await freePort();
  const app = await startTestApp({ url: `http://127.0.0.1:${port}`, ...keys }, functions);
  const began = performance.now();
  const server = startSupervised({
    DATABASE_URL: database.url,
    PORT: String(port),
    INNGEST_EVENT_KEY: keys.eventKey,
    INNGEST_SIGNING_KEY: keys.signingKey,
    APP_URL: app.url,
  });
  while (!server.lines.some((line) => line.startsWith("inngest registered"))) await pause(5);
  console.log(`process started to functions registered: ${(performance.now() - began).toFixed(0)} ms`);
  await measureBulk(app, "two", 200, "warming up");
  await measureBulk(app, "two", 2_000, "2 steps, limit 10");
  await measureBulk(app, "keyed", 2_000, "2 steps, limit 10 and 1 per key, 200 keys", (n) => n % 200);
  await measureBulk(app, "keyed", 2_000, "2 steps, limit 10 and 1 per key, 3 keys", (n) => n % 3);
  await measureBulk(app, "unlimited", 2_000, "2 steps, the default limit");
  await measureStart(app);
  await measureSteps(app);
  await server.end("SIGTERM");
  await app.close();
  await database.drop();
}

void main();
