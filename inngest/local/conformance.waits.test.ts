import { expect, test } from "vitest";

import { soon, useConformanceServer } from "./conformance-server";

const server = useConformanceServer();

test("sleep and sleepUntil end when their time has come (SDK_SPEC 5.3.2)", async () => {
  const app = await server.app(({ note }) => ({
    short: {
      async run({ step }) {
        await step.sleep("nap", "1s");
        note("1 s");
      },
    },
    until: {
      async run({ event, step }) {
        await step.sleepUntil("until", new Date(Number(event.data.until)));
        note("3 s");
      },
    },
    long: {
      async run({ step }) {
        await step.sleep("nap", "5s");
        note("5 s");
      },
    },
  }));
  await app.emit("long", {});
  await app.emit("until", { until: Date.now() + 3_000 });
  await app.emit("short", {});
  await soon(() => expect(app.ran).toEqual(["1 s", "3 s", "5 s"]));
});

test("waitForEvent takes the event that matches, or null after its time (SDK_SPEC 5.3.3)", async () => {
  const app = await server.app(({ id, note }) => ({
    main: {
      async run({ step }) {
        const paid = { event: `${id}/paid`, timeout: "1m" };
        const hit = await step.waitForEvent("match", { ...paid, match: "data.order" });
        note(JSON.stringify(hit?.data));
        const condition = await step.waitForEvent("if", { ...paid, if: "async.data.amount > 10 && async.data.order == event.data.order" });
        const never = await step.waitForEvent("never", { event: `${id}/never`, timeout: "1s" });
        note(JSON.stringify([condition?.data.amount, never]));
      },
    },
  }));
  const paid = (...list: object[]) => app.send(list.map((data) => ({ name: `${app.id}/paid`, data: { ...data } })));
  await app.emit("main", { order: "A" });
  // Sent again until seen: the app cannot know when the server has begun to listen.
  await soon(async () => {
    await paid({ order: "B" }, { order: "A" });
    expect(app.ran).toContain('{"order":"A"}');
  }, 200);
  await soon(async () => {
    await paid({ order: "A", amount: 5 }, { order: "B", amount: 50 }, { order: "A", amount: 50 });
    expect(app.ran.at(-1)).toBe("[50,null]");
  }, 200);
});

test("a race between an event and the clock (docs: steps, Promise.race over a wait)", async () => {
  const app = await server.app(({ id, note }) => ({
    main: {
      async run({ step }) {
        const event = step.waitForEvent("go on", { event: `${id}/on`, timeout: "1m" }).then(() => "event");
        note(await Promise.race([event, step.sleep("too late", "1s").then(() => "clock")]));
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran.at(-1)).toBe("clock"));
});

test("invoke hands over data and brings back the result or the error (SDK_SPEC 5.3.4)", async () => {
  const app = await server.app((self) => ({
    main: {
      async run({ step }) {
        const { double, bad } = self.functions;
        const result = await step.invoke("ask", { function: double!, data: { n: 20 } });
        const error = await step.invoke("ask the bad", { function: bad! }).catch((thrown: Error) => thrown.message);
        self.note(JSON.stringify([result, error]));
      },
    },
    double: { triggers: [], run: ({ event, step }) => step.run("x", () => Number(event.data.n) * 2) },
    bad: { triggers: [], retries: 0, run: () => Promise.reject(new Error("sorry")) },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toEqual(['[40,"sorry"]']));
});

test("an invoked function that takes too long fails the step (docs: reference/functions/step-invoke, timeout)", async () => {
  const app = await server.app((self) => ({
    main: {
      async run({ step }) {
        const asked = step.invoke("ask", { function: self.functions.sleeper!, timeout: "1s" });
        self.note(await asked.then(String, (thrown: Error) => thrown.name));
      },
    },
    sleeper: { triggers: [], run: ({ step }) => step.sleep("for ever", "1h") },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toHaveLength(1));
  expect(app.ran[0]).not.toBe("undefined");
});
