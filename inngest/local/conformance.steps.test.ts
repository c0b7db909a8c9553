import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";

import { soon, useConformanceServer } from "./conformance-server";

const server = useConformanceServer();
const fail = (message: string) => Promise.reject(new Error(message));

test("steps run once each, in order, and their results are remembered (SDK_SPEC 5.2)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      async run({ event, step }) {
        const a = await step.run("a", () => note("a", { n: event.data.n }));
        const b = await step.run("b", () => note("b", "text \u0000 ☃"));
        const rest: unknown[] = [];
        for (let i = 0; i < 3; i++) rest.push(await step.run("again", () => note(`again ${i}`, i)));
        note(JSON.stringify({ a, b, rest }));
      },
    },
  }));
  await app.emit("main", { n: 7 });
  await soon(() => expect(app.ran).toHaveLength(6));
  expect(app.ran).toEqual([
    "a",
    "b",
    "again 0",
    "again 1",
    "again 2",
    JSON.stringify({ a: { n: 7 }, b: "text \u0000 ☃", rest: [0, 1, 2] }),
  ]);
});

test("a failing step is tried again, each step with a count of its own (docs: error-handling/retries)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      retries: 2,
      async run({ step, attempt }) {
        await step.run("a", () => note(`a${attempt}`, attempt < 2 ? fail("not yet") : 1));
        await step.run("b", () => note(`b${attempt}`, attempt < 1 ? fail("not yet") : 1));
        note("done");
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toEqual(["a0", "a1", "a2", "b0", "b1", "done"]));
});

test("RetryAfterError decides when (docs: error-handling/inngest-errors)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      retries: 1,
      run: ({ step, attempt }) =>
        step.run("a", () => {
          note(`attempt ${attempt}`);
          if (attempt === 0) throw new RetryAfterError("busy", 3_000);
        }),
    },
    nap: {
      async run({ step }) {
        await step.sleep("nap", "1s");
        note("a second is over");
      },
    },
  }));
  await app.emit("main", {});
  await app.emit("nap", {});
  await soon(() => expect(app.ran).toEqual(["attempt 0", "a second is over", "attempt 1"]));
});

test("a step that failed for good can be caught; name, message and cause survive (docs: error-handling/rollbacks)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      retries: 1,
      async run({ step }) {
        const failing = (id: string, error: Error) =>
          step.run(id, () => note(id, Promise.reject(error))).catch((caught: Error) => caught) as Promise<Error>;
        const caught = await failing("a", new NonRetriableError("no", { cause: new TypeError("deep") }));
        const tired = await failing("b", new RangeError("never"));
        note(JSON.stringify([caught.name, caught.message, (caught.cause as Error).message, tired.message]));
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toEqual(["a", "b", "b", '["NonRetriableError","no","deep","never"]']));
});

test("an error outside of steps tries the function again and keeps its steps (docs: error-handling/retries)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      retries: 2,
      async run({ step, attempt }) {
        await step.run("a", () => note("a"));
        note(`outside ${attempt}`);
        if (attempt < 2) throw new Error("not yet");
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toEqual(["a", "outside 0", "outside 1", "outside 2"]));
});

test("onFailure gets the error and the event that began it all (docs: error-handling/failure-handlers)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      retries: 1,
      run: ({ step }) => step.run("a", () => note("a", fail("broken"))),
      async onFailure({ error, event, step }) {
        const { function_id, event: first } = event.data as { function_id: string; event: { data: unknown } };
        await step.run("tell", () => note(`${function_id} ${error.message} ${JSON.stringify(first.data)}`));
      },
    },
  }));
  await app.emit("main", { x: 1 });
  await soon(() => expect(app.ran).toEqual(["a", "a", `${app.id}-main broken {"x":1}`]));
});

test("parallel steps run side by side, once each, and are joined (SDK_SPEC 5.5)", async () => {
  const together = Promise.withResolvers<void>();
  let open = 0;
  const app = await server.app(({ note }) => ({
    main: {
      async run({ step }) {
        const meeting = (id: string) =>
          step.run(id, async () => {
            note(id);
            if (++open === 3) together.resolve();
            await together.promise;
            return id;
          });
        const both = await Promise.all([meeting("a"), meeting("b"), meeting("c"), step.sleep("nap", "1s")]);
        const plain = (id: string) => step.run(id, () => note(id, id));
        const chains = await Promise.all([plain("d").then(() => plain("e")), plain("f").then(() => plain("g"))]);
        note(JSON.stringify([both.slice(0, 3), chains]));
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran.at(-1)).toBe('[["a","b","c"],["e","g"]]'));
  expect(app.ran.slice(0, -1).sort()).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
});

test("a failed parallel step is tried again alone (docs: error-handling/retries)", async () => {
  const app = await server.app(({ note }) => ({
    main: {
      retries: 1,
      async run({ step, attempt }) {
        const once = (id: string) => step.run(id, () => note(`${id}${attempt}`, id === "b" && attempt === 0 ? fail("once") : id));
        await Promise.all(["a", "b"].map(once));
        note("done");
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran.at(-1)).toBe("done"));
  expect(app.ran.toSorted()).toEqual(["a0", "b0", "b1", "done"]);
});

test("a race goes on with the first (SDK 4: group.parallel, mode race)", async () => {
  const slow = Promise.withResolvers<void>();
  const app = await server.app(({ note }) => ({
    main: {
      async run({ step, group }) {
        const slowly = () => step.run("slow", () => slow.promise.then(() => note("slow is over", "slow")));
        const winner = await group.parallel({ mode: "race" }, () => Promise.race([slowly(), step.run("fast", () => "fast")]));
        await step.run("after", () => note(`after ${winner}`));
        await step.run("last", () => note("last"));
      },
    },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toContain("after fast"));
  slow.resolve();
  await soon(() => expect(app.ran).toHaveLength(3));
  await app.fence();
  expect(app.ran.toSorted()).toEqual(["after fast", "last", "slow is over"]);
});

test("sendEvent from a step starts other functions (docs: events-and-triggers/send-events)", async () => {
  const app = await server.app(({ id, note }) => ({
    main: { run: ({ step }) => step.sendEvent("tell", [{ name: `${id}/told`, data: { n: 1 }, id: `${id}-told-1` }]) },
    told: { run: ({ event }) => note(`told ${event.data.n}`) },
  }));
  await app.emit("main", {});
  await soon(() => expect(app.ran).toEqual(["told 1"]));
});
