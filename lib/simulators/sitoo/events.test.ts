import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { judgeAnswer, retryAfterSeconds } from "./events-delivery";
import { startReceiver } from "./events-receiver";
import { basic, openTestAccount, type TestAccount, till, webOrder } from "./open-test-account";

let account: TestAccount;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  account = await openTestAccount();
  receiver = await startReceiver();
});
afterEach(async () => {
  await account.close();
  await receiver.stop();
});

const aim = (more: object = {}) =>
  account.control("/events", { url: receiver.url, user: "parity", password: "pw", clockFactor: 10_000, ...more }, "PUT");
const sell = () => account.control("/sell", { registerid: till, lines: [{ sku: "TEE-M" }] });
const emptied = () => expect.poll(() => account.control("/events")).toMatchObject({ depth: 0 });
const events = () => receiver.received.flatMap((batch) => batch.events);
const types = () => events().map(({ event_type }) => event_type);

describe("10.15 events", () => {
  test("a sale raises order, then the movement and the delivery, in one batch with our credentials", async () => {
    await aim();
    await sell();
    await emptied();
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.authorization).toBe(basic("parity", "pw"));
    expect(types()).toEqual(["order", "order-delivery", "warehouse-transaction"]);
    expect(events()[0]).toMatchObject({
      event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      event_type: "order",
      account_id: 90001,
      data: { eshop_id: 1, order_id: 1, warehouse_id: 3, order_event_type: "add", order_state_changed: "closed" },
    });
  });

  test("changes by API raise events too; the state only when it changed", async () => {
    await aim();
    const { body: orderid } = await account.site("/orders", webOrder("E-1"));
    await account.put(`/orders/${orderid}`, { comment: "x" });
    await account.put(`/orders/${orderid}`, { orderstateid: 20 });
    await emptied();
    expect(events().map(({ data }) => [data.order_event_type, data.order_state_changed])).toEqual([
      ["add", "open"],
      ["update", undefined],
      ["update", "cancelled"],
    ]);
  });

  test("ready for pickup and rejected have their own kinds of event", async () => {
    const { body: orderid } = await account.site("/orders", webOrder("E-1"));
    await aim();
    await account.site(`/orders/${orderid}/orderlogitems`, { orderlogtypeid: 900 });
    await account.control("/reject-pickup", { orderid });
    await emptied();
    expect(events().map(({ data }) => data.order_event_type)).toEqual(["ready-for-pickup", "pickup-rejected"]);
  });

  test("at most ten at a time, in order", async () => {
    receiver.answers.push(503);
    await aim();
    for (let n = 0; n < 13; n++) await account.site("/orders", webOrder(`E-${n}`));
    await emptied();
    expect(Math.max(...receiver.received.map((batch) => batch.events.length))).toBeLessThanOrEqual(10);
    const accepted = receiver.received.slice(1).flatMap((batch) => batch.events.map(({ data }) => data.order_id));
    expect(accepted).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
  });

  test.each([429, 503, 504])("%i sends the same batch again, and nothing else before it", async (status) => {
    receiver.answers.push(status, status);
    await aim();
    await account.site("/orders", webOrder("E-1"));
    await account.site("/orders", webOrder("E-2"));
    await emptied();
    const [first, second, third] = receiver.received;
    expect(second?.events).toEqual(first?.events);
    expect(third?.events).toEqual(first?.events);
    expect(await account.control("/events")).toMatchObject({ delivered: 2, dropped: 0 });
  });

  test.each([400, 401, 500, 302])("%i drops the batch for good", async (status) => {
    receiver.answers.push(status);
    await aim();
    await account.site("/orders", webOrder("E-1"));
    await emptied();
    expect(receiver.received).toHaveLength(1);
    expect(await account.control("/events")).toMatchObject({ delivered: 0, dropped: 1 });
  });

  test("the queue and a refused connection survive a restart", async () => {
    await aim({ url: "http://127.0.0.1:9", clockFactor: 1 });
    await sell();
    await account.restart();
    expect(await account.control("/events")).toMatchObject({ depth: 3, dropped: 0 });
    await aim();
    await emptied();
    expect(types()).toHaveLength(3);
  });

  test("a receiver that never accepts is given up after the plan of a day", async () => {
    receiver.answers.push(...Array.from({ length: 40 }, () => 503));
    await aim({ clockFactor: 10_000_000 });
    await account.site("/orders", webOrder("E-1"));
    await emptied();
    expect(receiver.received).toHaveLength(33);
    expect(await account.control("/events")).toMatchObject({ dropped: 1 });
  });

  test("deliberate duplicates keep their event id, reordering changes places", async () => {
    await aim({ url: "http://127.0.0.1:9", clockFactor: 1 });
    await account.control("/faults", { duplicateWebhooks: 1 }, "PUT");
    await account.site("/orders", webOrder("E-1"));
    // From here on its batch is fixed: what follows waits behind it.
    await expect.poll(() => account.control("/events")).toMatchObject({ attemptsOfBatch: 1 });
    await account.site("/orders", webOrder("E-2"));
    await account.control("/faults", { reorderWebhooks: 1 }, "PUT");
    await account.site("/orders", webOrder("E-3"));
    await aim();
    await emptied();
    const [first, again] = events();
    expect(again).toEqual(first);
    expect(events().map(({ data }) => data.order_id)).toEqual([1, 1, 2, 3, 2]);
  });

  test("a silent store sends nothing", async () => {
    await aim();
    await account.control("/faults", { silentStores: ["N01"] }, "PUT");
    await sell();
    await account.site("/orders", webOrder("E-1", { warehouseid: 5 }));
    await emptied();
    expect(events()).toMatchObject([{ event_type: "order", data: { warehouse_id: 5 } }]);
  });

  test("the plan: ten tries within the first hour, then hourly, about a day in all", () => {
    const gaps = Array.from({ length: 40 }, (_, tries) => retryAfterSeconds(tries + 1)).filter((gap) => gap !== null);
    const at = gaps.map((_, n) => gaps.slice(0, n + 1).reduce((sum, gap) => sum + gap, 0));
    expect(at.filter((seconds) => seconds <= 3600)).toHaveLength(9);
    expect(at.at(-1)).toBeGreaterThan(23 * 3600);
    expect(at.at(-1)).toBeLessThan(25 * 3600);
    expect(judgeAnswer("no answer")).toBe("retry");
  });
});

describe("10.16 eventual consistency", () => {
  test("an order is not readable yet when its event has come, and its external id is taken all the same", async () => {
    await account.control("/quirks", { visibleAfterMs: 3_600_000 }, "PUT");
    const { body: orderid } = await account.site("/orders", webOrder("E-1"));
    expect((await account.site(`/orders/${orderid}`)).status).toBe(404);
    expect((await account.site("/orders?externalid=E-1")).body).toMatchObject({ totalcount: 0 });
    expect((await account.site("/orders", webOrder("E-1"))).status).toBe(400);
    await account.control("/clock", { offsetSeconds: 3600 }, "PUT");
    expect((await account.site(`/orders/${orderid}`)).status).toBe(200);
  });
});
