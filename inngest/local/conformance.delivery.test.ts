import { expect, test } from "vitest";

import { gate, soon, useConformanceServer } from "./conformance-server";

const server = useConformanceServer();

const post = (key: string, events: object[], headers: Record<string, string> = {}) =>
  fetch(`${server.target().url}/e/${key}`, { method: "POST", headers, body: JSON.stringify(events) });
const eventKey = () => server.target().eventKey ?? "test";

test("an event's own id starts a function once in 24 hours (docs: guides-and-advanced/idempotency, event ids)", async () => {
  const app = await server.app(({ note }) => ({ main: { run: ({ event }) => note(`${event.data.n}`) } }));
  const event = { id: `${app.id}:order-1`, name: `${app.id}/main` };
  await app.send({ ...event, data: { n: 1 } });
  await app.send([
    { ...event, data: { n: 2 } },
    { ...event, data: { n: 3 } },
  ]);
  await app.fence();
  await soon(() => expect(app.ran).toContain("1"));
  expect(app.ran).toEqual(["1"]);
});

test("a send repeated with its seed has the same ids and starts nothing twice (SDK: x-inngest-event-id-seed)", async () => {
  const app = await server.app(({ note }) => ({ main: { run: ({ event }) => note(`${event.data.n}`) } }));
  const events = [1, 2].map((n) => ({ name: `${app.id}/main`, data: { n } }));
  const seed = `${Date.now()},${Buffer.from(crypto.getRandomValues(new Uint8Array(10))).toString("base64")}`;
  const send = async () => ((await (await post(eventKey(), events, { "x-inngest-event-id-seed": seed })).json()) as { ids: string[] }).ids;
  const first = await send();
  expect(new Set(first).size).toBe(2);
  expect(await send()).toEqual(first);
  await app.fence();
  await soon(() => expect(app.ran).toHaveLength(2));
  expect(app.ran.toSorted()).toEqual(["1", "2"]);
});

test("an array of 500 events starts 500 runs, once each (docs: events-and-triggers/send-events)", async () => {
  const app = await server.app(({ note }) => ({ main: { concurrency: 10, run: ({ event }) => note(`${event.data.n}`) } }));
  const items = Array.from({ length: 500 }, (_, n) => ({ n }));
  await app.send(items.map((data) => ({ id: `${app.id}:${data.n}`, name: `${app.id}/main`, data })));
  await soon(() => expect(app.ran).toHaveLength(500));
  expect(new Set(app.ran).size).toBe(500);
});

test("a wrong event key and a reserved name are refused (server: event API)", async () => {
  expect((await post("wrong-key", [{ name: "a", data: {} }])).status).toBe(401);
  const reserved = await post(eventKey(), [{ name: "inngest/function.failed", data: {} }]);
  expect(reserved.status).toBe(400);
});

test("triggers with wildcard and condition (docs: events-and-triggers, expressions)", async () => {
  const app = await server.app(({ id, note }) => ({
    main: { triggers: [{ event: `${id}/stock.*`, if: "event.data.n > 1" }], run: ({ event }) => note(`${event.name} ${event.data.n}`) },
  }));
  await app.emit("stock.changed", { n: 1 }, { n: 2 });
  await app.emit("other", { n: 3 });
  await app.emit("stock.gone", {});
  await app.fence();
  await soon(() => expect(app.ran.length).toBeGreaterThan(0));
  expect(app.ran).toEqual([`${app.id}/stock.changed 2`]);
});

test("cancelOn stops a waiting run for good (docs: cancellation/events)", async () => {
  const app = await server.app(({ id, note }) => ({
    main: {
      cancelOn: [{ event: `${id}/cancelled`, match: "data.order" }],
      async run({ event, step }) {
        await step.waitForEvent("go on", { event: `${id}/go-on`, timeout: "1h" });
        note(`${event.data.order}`);
      },
    },
  }));
  await app.emit("main", { order: "A" }, { order: "B" });
  await app.emit("cancelled", { order: "A" });
  await soon(async () => {
    await app.emit("go-on", {});
    expect(app.ran).toContain("B");
  }, 200);
  await app.fence();
  expect(app.ran).toEqual(["B"]);
});

test("a run cancelled in the middle of a step frees its slot when the step is over (docs: cancellation/events)", async () => {
  const work = gate();
  const app = await server.app(({ id, note }) => ({
    main: {
      concurrency: 1,
      cancelOn: [{ event: `${id}/cancelled`, match: "data.n" }],
      async run({ event, step }) {
        await step.run("x", () => work.pass(event.data.n));
        await step.run("y", () => note(`y${event.data.n}`));
      },
    },
  }));
  await app.emit("main", { n: 1 });
  await soon(() => expect(work.order).toEqual([1]));
  await app.emit("main", { n: 2 });
  await app.emit("cancelled", { n: 1 });
  await app.fence();
  work.open();
  await soon(() => expect(app.ran).toEqual(["y2"]));
  expect(work.order).toEqual([1, 2]);
});

test("a function that the app no longer has starts no new runs (SDK_SPEC 4.3: syncing)", async () => {
  const first = await server.app(({ note }) => ({ old: { run: () => note("old") }, kept: { run: () => note("kept") } }));
  await first.emit("old", {});
  await soon(() => expect(first.ran).toEqual(["old"]));
  const second = await server.app(({ note }) => ({ kept: { run: () => note("kept") } }), first.id);
  await second.emit("old", {});
  await second.emit("kept", {});
  await soon(() => expect(second.ran).toEqual(["kept"]));
  expect(first.ran).toEqual(["old"]);
});
