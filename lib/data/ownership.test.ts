import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { locationUnmapped } from "@/lib/domain/exceptions/kinds/location-unmapped";
import { oversold } from "@/lib/domain/exceptions/kinds/oversold";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import type { Owner, RuleCondition } from "@/lib/domain/ownership/rule";
import { openTestDatabase } from "@/lib/machine/test-database";
import { db, inTransaction } from "./client";
import { climbLadders } from "./climb-ladders";
import { createConnection } from "./connections";
import { moveCauses } from "./move-causes";
import { saveLadder, saveRule } from "./ownership";
import { type HeldRecord, raiseCauses, releaseHeld } from "./raise-causes";
import { createUser, updateUser } from "./users";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
let posId: string;
const people = new Map<string, string>();
const id = (name: string) => people.get(name)!;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  for (const [name, role] of [
    ["Olga", "ops"],
    ["Otto", "ops"],
    ["Elle", "ecommerce"],
    ["Fay", "finance"],
    ["Ada", "admin"],
  ] as const)
    people.set(name, (await createUser(db, { name, role, email: `${name}@x.test`, passwordHash: "" })).id);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.$executeRaw`truncate cause, exception, cause_entry, ownership_rule, ladder_step, notice, notice_setting`;
  await db.$executeRaw`update app_user set disabled_at = null`;
});

const unknown = (sku: string) => skuUnknown.raise({ sku: sku as Sku, title: sku }, { field: "SKU", value: sku });
const order = (key: number, causes: HeldRecord["causes"], amount = 1_000): HeldRecord => ({
  shopId,
  entity: "order",
  key: String(key),
  label: `#${key}`,
  amount,
  currency: "GBP",
  customerHash: "",
  promiseAt: null,
  units: 1,
  causes,
});
const rule = (owner: Partial<Owner>, condition: Partial<RuleCondition> = {}) =>
  inTransaction((tx) =>
    saveRule(
      tx,
      null,
      {
        about: "",
        shopId: null,
        place: "",
        minAmount: 0,
        currency: "",
        ownerId: null,
        ownerRole: "ops",
        isOn: true,
        ...condition,
        ...owner,
      },
      id("Ada"),
    ),
  );
const raise = (...held: HeldRecord[]) => inTransaction((tx) => raiseCauses(tx, held));
const move = (what: Parameters<typeof moveCauses>[2], by: string) =>
  inTransaction(async (tx) =>
    moveCauses(
      tx,
      (await db.cause.findMany({ select: { id: true } })).map((cause) => cause.id),
      what,
      id(by),
    ),
  );
const cause = () => db.cause.findFirstOrThrow({ orderBy: { seq: "desc" } });
const story = async () =>
  (await db.causeEntry.findMany({ orderBy: { id: "asc" } })).map(({ action, text, change }) => ({ action, text, change }));
const told = async () => {
  const names = new Map([...people].map(([name, personId]) => [personId, name]));
  return (await db.notice.findMany({ orderBy: { at: "asc" } })).map(({ userId, what }) => `${names.get(userId)} ${what}`).sort();
};

test("without rules a cause is for its kind's role, and everybody of that role is told once", async () => {
  await raise(order(1, [unknown("A")]));
  await raise(order(2, [unknown("A")]));
  expect(await cause()).toMatchObject({ ownerId: null, ownerRole: "ecommerce", ruleId: null });
  expect(await told()).toEqual(["Elle raised"]);
  expect(await story()).toEqual([]);
});

test("the first rule that matches owns it, its history says which, and that person alone is told", async () => {
  await rule({ ownerRole: "finance" }, { about: "family:money" });
  const second = await rule({ ownerId: id("Otto") }, { about: "family:mapping", shopId });
  await rule({ ownerRole: "admin" });
  await raise(order(1, [unknown("A")]));
  expect(await cause()).toMatchObject({ ownerId: id("Otto"), ownerRole: "ops", ruleId: second, state: "open", chosenBy: "" });
  expect(await story()).toMatchObject([
    { action: "own", text: "It opened.", change: { number: 2, rule: "Mappings of Shop", ownerName: "Otto" } },
  ]);
  expect(await told()).toEqual(["Otto raised"]);
});

test("growing over a limit moves it to the rule of that limit; a person's choice is never touched", async () => {
  const big = await rule({ ownerId: id("Fay"), ownerRole: "finance" }, { minAmount: 5_000, currency: "GBP" });
  await raise(order(1, [unknown("A")], 4_999));
  expect(await cause()).toMatchObject({ ownerRole: "ecommerce", ruleId: null });
  await raise(order(2, [unknown("A")], 1));
  expect(await cause()).toMatchObject({ ownerId: id("Fay"), ruleId: big });
  expect(await told()).toEqual(["Elle raised", "Fay raised"]);
  expect((await story()).map(({ text }) => text)).toEqual(["It has grown."]);

  await inTransaction((tx) => releaseHeld(tx, [{ shopId, entity: "order", key: "2" }]));
  expect(await cause(), "shrinking moves nothing").toMatchObject({ ownerId: id("Fay"), ruleId: big });

  await raise(order(3, [unknown("B")], 4_000));
  await move({ do: "take" }, "Olga");
  await raise(order(4, [unknown("B")], 9_000));
  expect(await db.cause.findFirst({ where: { entity: "B" } })).toMatchObject({ ownerId: id("Olga"), chosenBy: "person", amount: 13_000n });
});

test("given back, a cause is the rules' again; assigned by a person, it is not", async () => {
  await rule({ ownerId: id("Fay"), ownerRole: "finance" }, { minAmount: 5_000, currency: "GBP" });
  await raise(order(1, [unknown("A")]));
  await move({ do: "assign", ownerId: id("Elle") }, "Olga");
  await move({ do: "assign", ownerId: null }, "Olga");
  await raise(order(2, [unknown("A")], 9_000));
  expect(await cause()).toMatchObject({ ownerId: id("Fay") });
});

test("a rule for a store takes what is about that store, by warehouse, location or order", async () => {
  await db.place.create({ data: { connectionId: posId, remoteId: "7", name: "Leeds", storeId: "70", storeName: "Leeds" } });
  await db.link.create({ data: { shopId, kind: "location", theirs: "L7", ours: "7", source: "person", changedBy: "x" } });
  await rule({ ownerId: id("Olga") }, { place: `${posId}:7` });
  const short = (warehouseId: string) =>
    oversold.raise(
      { sku: "A" as Sku, warehouseId: warehouseId as WarehouseId, store: "x", available: -1 },
      { field: "Stock", value: "-1" },
    );
  await raise(order(1, [short("7")]), order(2, [short("8")]), order(3, [unknown("A")]));
  await raise(order(4, [locationUnmapped.raise({ locationId: "L7" as LocationId, name: "Leeds" }, { field: "Location", value: "L7" })]));
  const owned = await db.cause.findMany({ where: { ownerId: id("Olga") }, orderBy: { seq: "asc" } });
  expect(owned.map(({ kind, entity }) => [kind, entity])).toEqual([
    ["oversold", "7:A"],
    ["location-unmapped", "L7"],
  ]);
});

test("a rule whose person is disabled is passed over", async () => {
  await rule({ ownerId: id("Otto") });
  await updateUser(db, id("Otto"), { disabledAt: new Date() });
  await raise(order(1, [unknown("A")]));
  expect(await cause()).toMatchObject({ ownerId: null, ownerRole: "ecommerce" });
});

test("back within the hour, its clock and its owner start anew", async () => {
  await raise(order(1, [unknown("A")]));
  await db.$executeRaw`update cause set sla_at = now() - interval '1 day', escalated = 2, owner_role = 'admin', taken_at = now()`;
  await inTransaction((tx) => releaseHeld(tx, [{ shopId, entity: "order", key: "1" }]));
  await raise(order(1, [unknown("A")]));
  const again = await cause();
  expect(again).toMatchObject({ returns: 1, escalated: 0, takenAt: null, ownerRole: "ecommerce" });
  expect(again.slaAt.getTime()).toBeGreaterThan(Date.now());
  expect(await told()).toEqual(["Elle raised", "Elle raised"]);
});

const minutesLate = async (minutes: number) => new Date((await cause()).slaAt.getTime() + minutes * 60_000);

test("what nobody takes climbs on time, step by step, and taking it stops the ladder", async () => {
  await inTransaction((tx) =>
    saveLadder(tx, "high", [
      { afterMinutes: 15, ownerId: id("Otto"), ownerRole: "ops" },
      { afterMinutes: 60, ownerId: null, ownerRole: "admin" },
    ]),
  );
  await raise(order(1, [unknown("A")]));
  expect(await climbLadders(await minutesLate(14))).toBe(0);
  expect(await climbLadders(await minutesLate(15))).toBe(1);
  expect(await climbLadders(await minutesLate(15)), "once").toBe(0);
  expect(await cause()).toMatchObject({ ownerId: id("Otto"), escalated: 1, state: "open" });
  expect(await story()).toMatchObject([{ action: "climb", change: { step: 1, ownerName: "Otto" } }]);
  expect(await told()).toEqual(["Elle raised", "Otto escalated"]);

  await move({ do: "take" }, "Otto");
  expect(await climbLadders(await minutesLate(600))).toBe(0);
  expect(await cause()).toMatchObject({ ownerId: id("Otto"), escalated: 1 });

  await raise(order(2, [unknown("B")]));
  for (const minutes of [61, 61, 61]) await climbLadders(await minutesLate(minutes));
  expect(await cause()).toMatchObject({ entity: "B", ownerId: null, ownerRole: "admin", escalated: 2 });
});

test("a person's choice stays while the step is told; a snooze stops the clock and starts it anew", async () => {
  await inTransaction((tx) => saveLadder(tx, "high", [{ afterMinutes: 0, ownerId: null, ownerRole: "admin" }]));
  await raise(order(1, [unknown("A")]));
  await move({ do: "assign", ownerId: id("Elle") }, "Olga");
  expect(await climbLadders(await minutesLate(1))).toBe(1);
  expect(await cause()).toMatchObject({ ownerId: id("Elle"), escalated: 1 });
  expect(await told()).toEqual(["Ada escalated", "Elle assigned", "Elle raised"]);

  await db.$executeRaw`update cause set sla_at = now() - interval '1 day', escalated = 0`;
  await move({ do: "snooze", until: new Date(Date.now() + 60_000).toISOString(), text: "" }, "Elle");
  expect(await climbLadders()).toBe(0);
  await move({ do: "reopen", text: "" }, "Elle");
  expect((await cause()).slaAt.getTime()).toBeGreaterThan(Date.now());
  expect(await climbLadders()).toBe(0);
});

test("a comment tells whom it names, an assignment whom it was given to, and nobody of what they did themselves", async () => {
  await raise(order(1, [unknown("A")]));
  await db.$executeRaw`truncate notice`;
  await move({ do: "comment", text: "@Fay and @olga: is this ours? @Nobody" }, "Olga");
  await move({ do: "assign", ownerId: id("Olga") }, "Olga");
  expect(await told()).toEqual(["Fay mentioned"]);
  expect(await db.notice.findFirst()).toMatchObject({ text: "@Fay and @olga: is this ours? @Nobody", by: id("Olga"), mailAt: null });
});

test("who wants nothing gets nothing, who wants a digest gets it then", async () => {
  const plain = { quietFrom: "", quietTo: "", digestAt: "08:00", zone: "Europe/London", byMail: true, medium: "digest", low: "digest" };
  await db.noticeSetting.create({ data: { userId: id("Elle"), high: "nothing", ...plain } });
  await raise(order(1, [unknown("A")]));
  expect(await told()).toEqual([]);
  await db.noticeSetting.update({ where: { userId: id("Elle") }, data: { high: "digest" } });
  await raise(order(2, [unknown("B")]));
  const [notice] = await db.notice.findMany();
  expect(notice!.showAt.getTime()).toBeGreaterThan(Date.now());
});

test("a raise that fails tells nobody", async () => {
  await expect(
    inTransaction(async (tx) => {
      await raiseCauses(tx, [order(1, [unknown("A")])]);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await told()).toEqual([]);
});
