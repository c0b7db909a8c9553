import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { Budget } from "@/lib/connectors/budget";
import { db, inTransaction } from "@/lib/data/client";
import { planRelease } from "@/lib/data/plan-release";
import { getPlanView, listPlanLines } from "@/lib/data/plan-view";
import { countPlan, feedPlan, getPlan } from "@/lib/data/release-plans";
import { startRelease } from "@/lib/data/start-release";
import type { LinkEdit } from "@/lib/domain/mapping/link";

import { openTestRetailer } from "./carry-orders/test-retailer";
import { probe } from "./probe-causes";

const person = "00000000-0000-4000-8000-000000000001";
const everyLine = { verdict: "", outcome: "", after: -1 } as const;
const toA: LinkEdit = { kind: "sku", theirs: "ONLY-WEB", ours: "A" };

let retailer: Awaited<ReturnType<typeof openTestRetailer>>;
beforeAll(async () => {
  retailer = await openTestRetailer();
});
afterAll(() => retailer.close());
beforeEach(async () => {
  await db.$executeRaw`truncate order_lane, effect, cause, exception, cause_entry, record, run, outbox, search_key, release_plan, release_line, link_change`;
  await db.$executeRaw`delete from link where kind = 'sku'`;
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null, lane_paused_until = null, lane_pauses = 0`;
});

const causeOf = async (entity: string) => (await db.cause.findFirstOrThrow({ where: { entity } })).id;
const start = async (planId: string, by = person) => inTransaction(async (tx) => startRelease(tx, await getPlan(planId), by));
async function finish(planId: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await inTransaction((tx) => feedPlan(tx, planId, 50));
    await retailer.carry();
  }
}

test("all four verdicts in one plan, each as foreseen; a second release of it is refused", async () => {
  const [goes, held, there, pointless] = await retailer.place([
    { sku: "ONLY-WEB" },
    { sku: "ONLY-WEB", also: "ALSO-WEB" },
    { sku: "ONLY-WEB" },
    { sku: "ONLY-WEB" },
  ]);
  await retailer.carry();
  const causeId = await causeOf("ONLY-WEB");

  // One crossed meanwhile under the same mapping, one was cancelled in the shop and read again.
  await db.link.create({
    data: { shopId: retailer.shopId, kind: "sku", theirs: "ONLY-WEB", ours: "A", source: "person", changedBy: person },
  });
  await retailer.mark([there!]);
  await retailer.carry();
  await db.$executeRaw`delete from link where kind = 'sku'`;
  await db.$executeRaw`update order_lane set source = jsonb_set(source, '{cancelledAt}', '"2026-11-20T10:00:00Z"') where order_id = ${pointless}`;
  await retailer.web.post("/cancel-order", { order: pointless });
  await db.$executeRaw`update exception set state = 'held' where cause_id = ${causeId}::uuid and key = ${there}`;

  const planId = await planRelease([causeId], [toA], person);
  const verdicts = Object.fromEntries((await listPlanLines(planId, everyLine)).map(({ orderId, verdict }) => [orderId, verdict]));
  expect(verdicts).toEqual({ [goes!]: "goes", [held!]: "still-held", [there!]: "already-there", [pointless!]: "pointless" });

  await start(planId);
  await expect(start(planId)).rejects.toThrow("already moved this release on");
  await finish(planId);
  expect((await listPlanLines(planId, everyLine)).map(({ outcome }) => outcome)).toEqual(Array(4).fill("as-foreseen"));
  expect((await getPlanView(planId)).progress).toMatchObject({ total: 4, ended: 4, goes: 1, released: 1, differs: 0 });
  expect(await retailer.causes()).toEqual(["sku-unknown:ALSO-WEB"]);
});

test("a person, a second person and the flow release at once: each order crosses once", async () => {
  const ids = await retailer.place(Array.from({ length: 12 }, () => ({ sku: "ONLY-WEB" })));
  await retailer.carry();
  const causeId = await causeOf("ONLY-WEB");
  const before = (await retailer.atTill()).size;
  const plans = await Promise.all([
    planRelease([causeId], [toA], person),
    planRelease([causeId], [toA], "00000000-0000-4000-8000-000000000002"),
    planRelease([causeId], [toA], "flow"),
  ]);
  await Promise.all(plans.map((planId, at) => start(planId, at === 2 ? "flow" : person)));
  await Promise.all(plans.map((planId) => inTransaction((tx) => feedPlan(tx, planId, 50))));
  for (let run = 0; run < 4; run += 1) await retailer.carry();

  const held = await retailer.atTill();
  expect(held.size - before).toBe(12);
  expect(ids.every((id) => held.has(`TST-${id}`))).toBe(true);
  for (const planId of plans) expect(await countPlan(planId)).toMatchObject({ total: 12, ended: 12 });
  expect(await retailer.causes()).toEqual([]);
});

test("two orders that wait for two causes each move with the second fix, and count once", async () => {
  await retailer.place(Array.from({ length: 2 }, () => ({ sku: "ONLY-WEB", also: "ALSO-WEB" })));
  await retailer.carry();
  expect(await retailer.causes()).toEqual(["sku-unknown:ALSO-WEB", "sku-unknown:ONLY-WEB"]);

  const first = await planRelease([await causeOf("ONLY-WEB")], [toA], person);
  expect((await getPlanView(first)).verdicts).toMatchObject([{ verdict: "still-held", orders: 2 }]);
  await start(first);
  await finish(first);
  expect(await retailer.causes()).toEqual(["sku-unknown:ALSO-WEB"]);

  const second = await planRelease([await causeOf("ALSO-WEB")], [{ kind: "sku", theirs: "ALSO-WEB", ours: "B" }], person);
  expect((await getPlanView(second)).verdicts).toMatchObject([{ verdict: "goes", orders: 2 }]);
  await start(second);
  await finish(second);
  expect(await retailer.causes()).toEqual([]);
  expect(await retailer.states()).toEqual({ confirmed: 2 });
});

test("newcomers are not in the plan: with the fix saved they just pass", async () => {
  await retailer.place([{ sku: "ONLY-WEB" }]);
  await retailer.carry();
  const planId = await planRelease([await causeOf("ONLY-WEB")], [toA], person);
  await retailer.place([{ sku: "ONLY-WEB" }]);
  await start(planId);
  await finish(planId);
  expect(await countPlan(planId)).toMatchObject({ total: 1, released: 1 });
  expect(await retailer.states()).toEqual({ confirmed: 2 });
});

test("created at the till under the same code: the probe notices and the flow releases, signed as the flow", async () => {
  await retailer.place([{ sku: "ONLY-WEB" }, { sku: "ONLY-WEB" }]);
  await retailer.carry();
  const causeId = await causeOf("ONLY-WEB");
  await probe([causeId]);
  expect(await db.releasePlan.count()).toBe(0);

  await retailer.till.post("/products", { products: [{ sku: "ONLY-WEB", title: "Now here", vat: 20 }] });
  await probe([causeId]);
  const plan = await db.releasePlan.findFirstOrThrow();
  expect(plan.by).toBe("flow");
  await finish(plan.id);
  expect(await retailer.states()).toEqual({ confirmed: 2 });
  expect((await db.cause.findFirstOrThrow()).closedHow).toBe("verified");
});

test("without idle quota a probe is put off as if its turn had not come; a person who asks does not wait for it", async () => {
  await retailer.place([{ sku: "ALSO-WEB" }]);
  await retailer.carry();
  const causeId = await causeOf("ALSO-WEB");
  await retailer.till.post("/products", { products: [{ sku: "ALSO-WEB", title: "Now here", vat: 20 }] });
  await db.$executeRaw`update cause set probes = 4, next_probe_at = now() + interval '2 minutes'`;
  const idle = vi.spyOn(Budget.prototype, "admitIdle").mockResolvedValue({ waitMs: 7_000 });
  expect(await probe([causeId], { onlyWhenIdle: true })).toEqual({ asked: 1, gone: 0 });
  const cause = await db.cause.findFirstOrThrow();
  expect(cause.probes).toBe(3);
  expect(cause.nextProbeAt!.getTime()).toBeLessThan(Date.now() + 8_000);
  expect(await probe([causeId])).toEqual({ asked: 1, gone: 1 });
  expect(idle).toHaveBeenCalledTimes(1);
  idle.mockRestore();
});
