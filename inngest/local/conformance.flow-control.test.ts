import { expect, test } from "vitest";

import { gate, soon, useConformanceServer } from "./conformance-server";

const server = useConformanceServer();
const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => ({ n: from + n }));

test("concurrency holds for the whole function (docs: flow-control/concurrency)", async () => {
  const work = gate();
  const app = await server.app(() => ({
    main: { concurrency: 3, run: ({ event, step }) => step.run("x", () => work.pass(event.data.n)) },
  }));
  await app.emit("main", ...count(1, 20));
  await soon(() => expect(work.isOpenNow()).toBe(3));
  await app.fence();
  work.open();
  await soon(() => expect(work.order).toHaveLength(20));
  expect(work.most()).toBe(3);
});

test("concurrency by key: a busy key keeps nobody else waiting, and both limits hold (docs: flow-control/concurrency, keys)", async () => {
  const work = gate();
  const app = await server.app(() => ({
    main: {
      concurrency: [{ limit: 1, key: "event.data.shop" }, { limit: 3 }],
      run: ({ event, step }) => step.run("x", () => work.pass(event.data.n, String(event.data.shop))),
    },
  }));
  const ofA = count(0, 9).map(({ n }) => ({ shop: "A", n: `A${n}` }));
  await app.emit("main", ...ofA, { shop: "B", n: "B0" }, { shop: "C", n: "C0" }, { shop: "D", n: "D0" });
  await soon(() => expect(["A", "B", "C"].map(work.isOpenNow)).toEqual([1, 1, 1]));
  work.open();
  await soon(() => expect(work.order).toHaveLength(13));
  expect(work.most("A")).toBe(1);
  expect(work.most()).toBe(3);
  expect(work.order.filter((n) => String(n).startsWith("A"))).toEqual(ofA.map(({ n }) => n));
});

test("a sleeping run gives its slot away (docs: flow-control/concurrency, what counts)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      concurrency: 1,
      async run({ event, step }) {
        await step.run("x", () => note(`${event.data.n}`));
        await step.sleep("nap", "1s");
        await step.run("y", () => note(`${event.data.n} again`));
      },
    },
  }));
  await app.emit("main", { n: "a" }, { n: "b" });
  await soon(() => expect(app.ran).toHaveLength(4));
  expect(app.ran.slice(0, 2)).toEqual(["a", "b"]);
});

test("priority goes ahead of those who wait (docs: flow-control/priority)", async () => {
  const work = gate();
  const app = await server.app(() => ({
    main: {
      concurrency: 1,
      priority: { run: "event.data.urgent == true ? 120 : 0" },
      run: ({ event, step }) => step.run("x", () => work.pass(event.data.n)),
    },
  }));
  await app.emit("main", { n: 0, urgent: false });
  await soon(() => expect(work.order).toEqual([0]));
  await app.emit("main", { n: 1, urgent: false }, { n: 2, urgent: false }, { n: "urgent", urgent: true });
  await app.fence();
  work.open();
  await soon(() => expect(work.order).toEqual([0, "urgent", 1, 2]));
});

test("throttle spreads starts and loses none (docs: flow-control/throttling)", async () => {
  const app = await server.app(({ note }) => ({
    main: { throttle: { limit: 1, period: "3s" }, run: ({ event }) => note(`start ${event.data.n}`) },
    clock: {
      async run({ step }) {
        await step.sleep("nap", "1s");
        note("a second is over");
      },
    },
  }));
  await app.emit("main", { n: 1 }, { n: 2 });
  await app.emit("clock", {});
  await soon(() => expect(app.ran).toEqual(["start 1", "a second is over", "start 2"]));
});

test("batches start when full or when their time is over, per key (docs: flow-control/batching)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      batchEvents: { maxSize: 3, timeout: "2s", key: "event.data.shop" },
      run: ({ events }) => note(events.map(({ data }) => `${data.shop}${data.n}`).join()),
    },
  }));
  const of = (shop: string, n: number) => ({ shop, n });
  await app.emit("main", of("A", 1), of("B", 1), of("A", 2), of("A", 3), of("A", 4));
  await soon(() => expect(app.ran).toHaveLength(3));
  expect(app.ran[0]).toBe("A1,A2,A3");
  expect(app.ran.slice(1).sort()).toEqual(["A4", "B1"]);
});

test("debounce runs once per key, with the last event (docs: flow-control/debounce)", async () => {
  const app = await server.app(({ note }) => ({
    main: { debounce: { period: "1s", key: "event.data.sku" }, run: ({ event }) => note(`${event.data.sku}${event.data.n}`) },
  }));
  const of = (sku: string, n: number) => ({ sku, n });
  await app.emit("main", of("A", 1), of("A", 2), of("B", 1), of("A", 3));
  await soon(() => expect(app.ran).toHaveLength(2));
  await app.emit("main", of("A", 4));
  await soon(() => expect(app.ran.at(-1)).toBe("A4"));
  expect(app.ran.toSorted()).toEqual(["A3", "A4", "B1"]);
});

test("a debounce with a time-out does not wait for ever (docs: flow-control/debounce, timeout)", async () => {
  const app = await server.app(({ note }) => ({
    main: { debounce: { period: "2s", timeout: "4s" }, run: ({ event }) => note(`${event.data.n}`) },
  }));
  let n = 0;
  await soon(async () => {
    await app.emit("main", { n: ++n });
    expect(app.ran.length).toBeGreaterThan(0);
  }, 300);
});

test("idempotency by expression: the same value runs once (docs: guides-and-advanced/idempotency)", async () => {
  const app = await server.app(({ note }) => ({
    main: { idempotency: "event.data.order", run: ({ event }) => note(`${event.data.order}`) },
  }));
  await app.emit("main", { order: "A" }, { order: "B" }, { order: "A" });
  await app.fence();
  await soon(() => expect(app.ran.length).toBeGreaterThan(1));
  expect(app.ran.toSorted()).toEqual(["A", "B"]);
});
