import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";

import { listen } from "./listen";
import { openTestAccount, type TestAccount, webOrder } from "./sitoo/open-test-account";

let account: TestAccount;
beforeEach(async () => {
  account = await openTestAccount();
});
afterEach(() => account.close());

const faults = (settings: object) => account.control("/faults", settings, "PUT");
const orderCount = async () => (await account.site("/orders?num=0")).body;

/** The status of an order create, or "cut". */
const create = async (externalid: string) => {
  try {
    return (await account.site("/orders", webOrder(externalid))).status;
  } catch (error) {
    if (error instanceof TypeError) return "cut";
    throw error;
  }
};
const createMany = async (count: number) => {
  const answers: (number | "cut")[] = [];
  for (let n = 0; n < count; n++) answers.push(await create(`F-${n}`));
  return answers;
};

describe("10.17 failure injection", () => {
  test("transient: as many calls as said fail before the effect, in every way", async () => {
    await faults({ mode: "transient", rate: 0.5, seed: 7 });
    const answers = await createMany(80);
    await faults({});
    const created = answers.filter((answer) => answer === 200).length;
    expect(created).toBeGreaterThan(20);
    expect(created).toBeLessThan(60);
    expect(new Set(answers)).toEqual(new Set([200, 500, 503, 429, "cut"]));
    expect(await orderCount()).toMatchObject({ totalcount: created });
  });

  test("lost answers: the effect is there, the answer is not", async () => {
    await faults({ mode: "lost-answers", rate: 1 });
    expect(await create("LOST")).toBe("cut");
    await faults({});
    expect(await create("LOST")).toBe(400);
    expect(await orderCount()).toMatchObject({ totalcount: 1 });
    expect(await account.control("/calls")).toMatchObject({ "POST sites/orders": { cut: 1, 400: 1 } });
  });

  test("the same seed strikes the same calls, also across a restart", async () => {
    const row = async (isRestarted: boolean) => {
      await account.control("/faults", { mode: "transient", rate: 0.5, seed: 99 }, "PUT");
      const first = await createMany(10);
      if (isRestarted) await account.restart();
      const second = await createMany(10);
      await faults({ seed: 1 });
      return [...first, ...second].map((answer) => (answer === 200 || answer === 400 ? "taken" : answer));
    };
    expect(await row(true)).toEqual(await row(false));
  });

  test("an order that always fails has no effect, the others pass", async () => {
    await faults({ alwaysFail: ["F-1"] });
    expect(await createMany(3)).toEqual([200, 500, 200]);
    await faults({ alwaysFail: ["TEE-M"] });
    expect(await create("F-9")).toBe(500);
    expect(await orderCount()).toMatchObject({ totalcount: 2 });
  });

  test("down: every call is cut, the control interface answers", async () => {
    await faults({ down: true });
    expect(await create("F")).toBe("cut");
    expect(await account.control("/health")).toMatchObject({ platform: "sitoo" });
  });

  test("settings out of range are refused", async () => {
    expect((await account.call("/_control/faults", { rate: 2 }, { method: "PUT" })).status).toBe(400);
  });

  test("reset empties the account and its faults", async () => {
    await faults({ alwaysFail: ["F-1"] });
    await account.control("/reset", {});
    expect(await account.control("/levels")).toEqual([]);
    expect(await account.control("/faults")).toMatchObject({ mode: "none", alwaysFail: [] });
  });
});

test("after-effect: every n-th order calls somebody after its commit and before its answer", async () => {
  const seen: unknown[] = [];
  const somebody = await listen(
    async (request) => {
      seen.push({ told: await request.json(), orders: await orderCount() });
      return Response.json(true);
    },
    0,
    () => undefined,
  );
  await account.control("/after-effect", { url: somebody.url, every: 2 }, "PUT");
  await createMany(3);
  await somebody.stop();
  expect(seen).toMatchObject([{ told: { id: "2", externalId: "F-1", nth: 2 }, orders: { totalcount: 2 } }]);
});

describe("the process", () => {
  test("what was answered is there after a SIGKILL", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sitoo-killed-"));
    const start = async () => {
      const child = spawn(process.execPath, ["--import", "tsx", "lib/simulators/main.ts", "--folder", folder, "--sitoo-port", "0"]);
      for await (const line of createInterface(child.stdout)) {
        const url = /http:\S+/.exec(line)?.[0];
        if (url) return { child, url };
      }
      throw new Error("the simulator did not start");
    };
    const post = (url: string, body: object) =>
      fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: "Basic YTpi" },
        body: JSON.stringify(body),
      });

    const first = await start();
    await post(`${first.url}/_control/setup`, {
      credentials: [{ apiid: "a", password: "b" }],
      warehouses: [{ warehouseid: 3, name: "w" }],
    });
    await post(`${first.url}/v2/accounts/90001/sites/1/orders`, webOrder("KILLED"));
    first.child.kill("SIGKILL");
    await once(first.child, "exit");

    const second = await start();
    const lines = (await (await fetch(`${second.url}/_control/dump/orders`)).text()).trim().split("\n");
    expect(lines.map((line) => z.looseObject({ externalid: z.string() }).parse(JSON.parse(line)).externalid)).toEqual(["KILLED"]);
    second.child.kill("SIGTERM");
    expect(await once(second.child, "exit")).toEqual([0, null]);
    rmSync(folder, { recursive: true });
  });
});
