import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { choosePassword } from "@/lib/auth/choose-password";
import type { Actor, Role } from "@/lib/auth/permissions";
import { signIn } from "@/lib/auth/sign-in";
import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { createUser, findUserByEmail, getUser } from "@/lib/data/users";
import { openTestDatabase } from "@/lib/machine/test-database";

import { addPerson } from "./add-person";
import { changePerson } from "./change-person";
import { disablePerson, enablePerson, resetPassword, unlockPerson } from "./person-access";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let leeds: string;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  const till = { code: "POS", platform: "sitoo", role: "pos", name: "Till", currency: "GBP", zone: "Europe/London", settings: {} } as const;
  const posId = await createConnection(db, till, new Set());
  await db.place.create({ data: { connectionId: posId, remoteId: "1", name: "Leeds", storeId: "1", storeName: "Leeds" } });
  leeds = `${posId}:1`;
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.$executeRaw`truncate app_user, audit_entry`;
  admin = await person("Ada", "admin");
});

async function person(name: string, role: Role): Promise<Actor> {
  const email = `${name.toLowerCase()}@x.test`;
  const { id } = await createUser(db, { name, email, role, passwordHash: "" });
  return { id, name, email, role, places: null };
}
const access = (actor: Actor, to: { role: string; places?: string[] }) => ({
  id: actor.id,
  name: actor.name,
  places: [],
  ...to,
  seen: { role: actor.role, places: [] },
});
const audited = () => db.auditEntry.findMany({ orderBy: { id: "asc" } });

test("only who manages people may, and nothing is written of a refusal", async () => {
  const ops = await person("Olga", "ops");
  for (const command of [addPerson, changePerson, disablePerson, enablePerson, unlockPerson, resetPassword])
    await expect(command.execute(ops, { id: admin.id })).rejects.toMatchObject({ code: "forbidden" });
  expect(await audited()).toEqual([]);
});

test("a new person gets in once with the password that was handed out, and then with their own", async () => {
  const { password, goodUntil } = await addPerson.execute(admin, {
    name: " Sam ",
    email: "SAM@x.test",
    role: "store",
    places: [leeds, leeds],
  });
  const sam = await findUserByEmail(db, "sam@x.test");
  expect(sam).toMatchObject({ name: "Sam", role: "store", places: [leeds], oneTimeUntil: goodUntil });
  expect(await signIn(db, { email: "sam@x.test", password }, new Date())).toMatchObject({ as: "signed-in" });
  expect(await signIn(db, { email: "sam@x.test", password }, new Date(goodUntil.getTime() + 1))).toEqual({ as: "too-old" });

  await expect(choosePassword(sam!.id, { password }, new Date())).rejects.toMatchObject({ code: "invalid" });
  const now = new Date();
  await choosePassword(sam!.id, { password: "a password of my own" }, now);
  expect(await getUser(db, sam!.id)).toMatchObject({ oneTimeUntil: null, sessionsFrom: now });
  expect(await signIn(db, { email: "sam@x.test", password: "a password of my own" }, now)).toMatchObject({ as: "signed-in" });
  await expect(choosePassword(sam!.id, { password: "another of my own" }, now)).rejects.toMatchObject({ code: "conflict" });
}, 60_000);

test("what is written down names who and what, and never a password", async () => {
  const { id, password } = await addPerson.execute(admin, { name: "Fay", email: "fay@x.test", role: "finance", places: [leeds] });
  const second = await resetPassword.execute(admin, { id });
  const entries = await audited();
  expect(entries.map(({ actor, action, subject }) => ({ actor, action, subject }))).toEqual([
    { actor: admin.id, action: "person.add", subject: `person:${id}` },
    { actor: admin.id, action: "person.reset-password", subject: `person:${id}` },
  ]);
  expect(entries[0]!.change).toEqual({ email: "fay@x.test", name: "Fay", role: "finance", places: [] });
  const said = JSON.stringify(entries.map(({ change }) => change));
  expect([password, second.password].filter((secret) => said.includes(secret))).toEqual([]);
});

test("an address that is taken, a store role without stores, a store nobody knows", async () => {
  const fay = { name: "Fay", email: "ADA@x.test", role: "ops", places: [] };
  await expect(addPerson.execute(admin, fay)).rejects.toMatchObject({ code: "conflict" });
  const store = { ...fay, email: "fay@x.test", role: "store" };
  await expect(addPerson.execute(admin, store)).rejects.toMatchObject({
    issues: [{ path: ["places"], message: "Choose at least one store." }],
  });
  await expect(addPerson.execute(admin, { ...store, places: ["x:9"] })).rejects.toMatchObject({ code: "invalid" });
});

test("the last admin stays one", async () => {
  await expect(changePerson.execute(admin, access(admin, { role: "ops" }))).rejects.toMatchObject({ code: "conflict" });
  const second = await person("Bea", "admin");
  await disablePerson.execute(admin, { id: second.id });
  await expect(changePerson.execute(admin, access(admin, { role: "ops" }))).rejects.toMatchObject({ code: "conflict" });
  await enablePerson.execute(admin, { id: second.id });
  await changePerson.execute(admin, access(admin, { role: "ops" }));
  await expect(disablePerson.execute({ ...second, id: admin.id }, { id: second.id })).rejects.toMatchObject({ code: "conflict" });
});

test("two admins who disable each other at once leave one", async () => {
  const second = await person("Bea", "admin");
  const outcomes = await Promise.allSettled([
    disablePerson.execute(admin, { id: second.id }),
    disablePerson.execute(second, { id: admin.id }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await db.user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
});

test("nobody disables or resets themselves", async () => {
  await person("Bea", "admin");
  await expect(disablePerson.execute(admin, { id: admin.id })).rejects.toMatchObject({ code: "conflict" });
  await expect(resetPassword.execute(admin, { id: admin.id })).rejects.toMatchObject({ code: "conflict" });
});

test("a change that somebody else made meanwhile is not overwritten", async () => {
  const olga = await person("Olga", "ops");
  await changePerson.execute(admin, access(olga, { role: "store", places: [leeds] }));
  await expect(changePerson.execute(admin, access(olga, { role: "finance" }))).rejects.toMatchObject({ code: "conflict" });
  expect(await getUser(db, olga.id)).toMatchObject({ role: "store", places: [leeds] });
});

test("a lock is opened, and only a lock", async () => {
  const olga = await person("Olga", "ops");
  await expect(unlockPerson.execute(admin, { id: olga.id })).rejects.toMatchObject({ code: "conflict" });
  await db.user.update({ where: { id: olga.id }, data: { failures: 5, lockedUntil: new Date(Date.now() + 60_000) } });
  await unlockPerson.execute(admin, { id: olga.id });
  expect(await getUser(db, olga.id)).toMatchObject({ failures: 0, lockedUntil: null });
});

test("a reset ends the sessions and the old password", async () => {
  const olga = await person("Olga", "ops");
  const before = new Date();
  const { password } = await resetPassword.execute(admin, { id: olga.id });
  const user = await getUser(db, olga.id);
  expect(user.sessionsFrom!.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(await signIn(db, { email: olga.email, password }, new Date())).toMatchObject({ as: "signed-in" });
});
