import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Actor, Role } from "@/lib/auth/permissions";
import { countCauses } from "@/lib/data/causes";
import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { listRules } from "@/lib/data/ownership";
import { raiseCauses } from "@/lib/data/raise-causes";
import { listReach, measureReach } from "@/lib/data/rule-reach";
import { createUser, updateUser } from "@/lib/data/users";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { markNoticesRead, setNotices } from "./notices";
import { applyOwnershipRules, orderOwnershipRules, removeOwnershipRule, saveEscalation, saveOwnershipRule } from "./ownership";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
let admin: Actor;
let olga: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  admin = await person("Ada", "admin");
  olga = await person("Olga", "ops");
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.$executeRaw`truncate cause, exception, cause_entry, ownership_rule, ladder_step, notice, audit_entry`;
  await db.$executeRaw`update app_user set disabled_at = null`;
});

async function person(name: string, role: Role): Promise<Actor> {
  const email = `${name.toLowerCase()}@x.test`;
  const { id } = await createUser(db, { name, email, role, passwordHash: "" });
  return { id, name, email, role, places: null };
}
const anything = { about: "", shopId: null, place: "", minAmount: 0, currency: "" };
const draft = (of: object = {}, owner: object = {}) => ({
  id: null,
  seen: null,
  condition: { ...anything, ...of },
  owner: { ownerId: null, ownerRole: "ops", ...owner },
  isOn: true,
});
const add = async (of: object = {}, owner: object = {}) => (await saveOwnershipRule.execute(admin, draft(of, owner))).id;
const order = async () => (await listRules(db)).map(({ id }) => id);
const raise = (sku: string, amount: number) =>
  raiseCauses(db, [
    {
      shopId,
      entity: "order",
      key: sku,
      label: sku,
      amount,
      currency: "GBP",
      customerHash: "",
      promiseAt: null,
      units: 1,
      causes: [skuUnknown.raise({ sku: sku as Sku, title: sku }, { field: "SKU", value: sku })],
    },
  ]);

test("only admins may, and nothing is written of a refusal", async () => {
  for (const command of [saveOwnershipRule, orderOwnershipRules, removeOwnershipRule, applyOwnershipRules, saveEscalation])
    await expect(command.execute(olga, {})).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.auditEntry.count()).toBe(0);
});

test("saved, changed, ordered and removed, each written down", async () => {
  const [a, b] = [await add(), await add({ about: "family:stock" })];
  expect(await order()).toEqual([a, b]);
  await orderOwnershipRules.execute(admin, { ids: [b, a] });
  expect(await order()).toEqual([b, a]);
  const [first] = await listRules(db);
  await saveOwnershipRule.execute(admin, { ...draft({ about: "family:stock" }), id: b, seen: first!.changedAt.toISOString(), isOn: false });
  expect(await listRules(db)).toMatchObject([{ id: b, isOn: false }, { id: a }]);
  await removeOwnershipRule.execute(admin, { id: b });
  expect(await order()).toEqual([a]);
  expect((await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
    "ownership.save",
    "ownership.save",
    "ownership.order",
    "ownership.save",
    "ownership.remove",
  ]);
});

test("what somebody else did meanwhile is not overwritten", async () => {
  const [a, b] = [await add(), await add()];
  await expect(orderOwnershipRules.execute(admin, { ids: [a] })).rejects.toMatchObject({ code: "conflict" });
  await expect(saveOwnershipRule.execute(admin, { ...draft(), id: a, seen: new Date(0).toISOString() })).rejects.toMatchObject({
    code: "conflict",
  });
  await removeOwnershipRule.execute(admin, { id: b });
  await expect(removeOwnershipRule.execute(admin, { id: b })).rejects.toMatchObject({ code: "not-found" });
});

test.each([
  ["a kind nobody knows", { about: "kind:nothing" }, {}],
  ["a shop that is gone", { shopId: "00000000-0000-4000-8000-000000000009" }, {}],
  ["a store that is gone", { place: "x:9" }, {}],
])("%s is refused", async (_, condition, owner) => {
  await expect(saveOwnershipRule.execute(admin, draft(condition, owner))).rejects.toMatchObject({ code: "invalid" });
  expect(await order()).toEqual([]);
});

test("an amount needs a currency; an owner must be there and work on causes; a person's role is their own", async () => {
  await expect(saveOwnershipRule.execute(admin, draft({ minAmount: 100 }))).rejects.toMatchObject({
    issues: [{ path: ["condition", "minAmount"], message: "Say in which currency." }],
  });
  await expect(saveOwnershipRule.execute(admin, draft({}, { ownerRole: "store" }))).rejects.toMatchObject({
    issues: [{ path: ["owner", "ownerRole"] }],
  });
  const sam = await person("Sam", "store");
  await expect(saveOwnershipRule.execute(admin, draft({}, { ownerId: sam.id }))).rejects.toMatchObject({ code: "invalid" });
  await add({}, { ownerId: olga.id, ownerRole: "finance" });
  expect(await listRules(db)).toMatchObject([{ ownerId: olga.id, ownerRole: "ops", ownerName: "Olga" }]);
  await updateUser(db, olga.id, { disabledAt: new Date() });
  await expect(saveOwnershipRule.execute(admin, draft({}, { ownerId: olga.id }))).rejects.toMatchObject({ code: "invalid" });
});

test("the reach of each rule is what it would own, and its list is those causes", async () => {
  await raise("A", 100);
  await raise("B", 90_000);
  await raise("OLD", 90_000);
  await db.$executeRaw`update cause set opened_at = now() - interval '31 days', state = 'resolved' where entity = 'OLD'`;
  const big = await add({ minAmount: 50_000, currency: "GBP" });
  const shop = await add({ shopId });
  const rules = await listRules(db);
  const { recent, moving } = await measureReach(rules);
  expect([big, shop, ""].map((id) => recent.get(id)?.count ?? 0)).toEqual([1, 1, 0]);
  expect(moving).toBe(2);
  expect((await listReach(rules, big)).map(({ entity }) => entity)).toEqual(["B"]);
});

test("applying the rules moves what nobody chose an owner for, and the inbox of a rule lists exactly those", async () => {
  await raise("A", 100);
  await raise("B", 100);
  await db.$executeRaw`update cause set chosen_by = 'person', owner_id = ${olga.id}::uuid where entity = 'B'`;
  const rule = await add({}, { ownerRole: "admin" });
  expect(await applyOwnershipRules.execute(admin, {})).toEqual({ moved: 1 });
  expect(await applyOwnershipRules.execute(admin, {})).toEqual({ moved: 0 });
  const ofRule = { state: "active", owner: `rule:${rule}`, family: "", kind: "", shop: "", q: "" } as const;
  expect((await countCauses(ofRule, admin.id)).causes).toBe(1);
  expect(await db.cause.findFirst({ where: { entity: "B" } })).toMatchObject({ ownerId: olga.id });
  expect((await measureReach(await listRules(db))).moving).toBe(0);
});

test("a ladder's steps come one after the other", async () => {
  const step = (afterMinutes: number) => ({ afterMinutes, ownerId: null, ownerRole: "admin" });
  await expect(saveEscalation.execute(admin, { severity: "high", steps: [step(30), step(30)] })).rejects.toThrow("later");
  await saveEscalation.execute(admin, { severity: "high", steps: [step(0), step(30)] });
  await saveEscalation.execute(admin, { severity: "high", steps: [step(5)] });
  expect(await db.ladderStep.findMany()).toMatchObject([{ severity: "high", step: 1, afterMinutes: 5 }]);
});

test("people read and set their own notices only", async () => {
  await raise("A", 100);
  const bea = await person("Bea", "ecommerce");
  await raise("B", 100);
  const [notice] = await db.notice.findMany({ where: { userId: bea.id } });
  expect(await markNoticesRead.execute(olga, { ids: [notice!.id] })).toEqual({ read: 0 });
  expect(await markNoticesRead.execute(bea, { ids: null })).toEqual({ read: 1 });
  const setting = {
    high: "digest",
    medium: "digest",
    low: "nothing",
    quietFrom: "22:00",
    quietTo: "07:00",
    digestAt: "09:00",
    zone: "Europe/Stockholm",
    byMail: false,
  };
  await setNotices.execute(bea, setting);
  await setNotices.execute(bea, { ...setting, low: "digest" });
  expect(await db.noticeSetting.findMany()).toMatchObject([{ userId: bea.id, low: "digest" }]);
  await expect(setNotices.execute(bea, { ...setting, quietTo: "" })).rejects.toMatchObject({ issues: [{ path: ["quietTo"] }] });
});
