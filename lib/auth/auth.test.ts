import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { createFreshDatabase, type FreshDatabase } from "@/inngest/local/fresh-database";
import { db } from "@/lib/data/client";
import { createUser, findUser, findUserByEmail } from "@/lib/data/users";
import { demoPeople } from "@/prisma/seed/people";
import { seedPeople } from "@/prisma/seed/seed-people";

import { inviteFirstAdmin, isInvited, welcomeFirstAdmin } from "./first-admin";
import { hashPassword, isPassword } from "./passwords";
import { roles } from "./permissions";
import { lockRule, saySignIn, signIn } from "./sign-in";

const noon = new Date("2026-11-21T12:00:00Z");
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const password = "correct horse battery";
let database: FreshDatabase;
let passwordHash: string;

beforeAll(async () => {
  database = await createFreshDatabase();
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("NEXTAUTH_URL", "http://127.0.0.1:3000");
  vi.stubEnv("NEXTAUTH_SECRET", "s".repeat(40));
  vi.stubEnv("PARITY_ENCRYPTION_KEY", Buffer.alloc(32, 1).toString("base64"));
  vi.stubEnv("INNGEST_EVENT_KEY", "key");
  vi.stubEnv("INNGEST_SIGNING_KEY", "signkey-test-00");
  execFileSync("node_modules/.bin/tsx", ["prisma/migrate.ts"], { env: { ...process.env, DATABASE_URL: database.url } });
  passwordHash = await hashPassword(password);
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const person = (email: string) => createUser(db, { email, name: "Somebody", role: "ops", passwordHash });
const wrong = (email: string, at = noon) => signIn(db, { email, password: "wrong" }, at);
const right = (email: string, at = noon) => signIn(db, { email, password }, at);

describe("the lock", () => {
  test("holds from the fifth wrong password on, also against the right one, for fifteen minutes", async () => {
    const { id } = await person("lock@x.test");
    for (const left of [4, 3, 2, 1]) expect(await wrong("lock@x.test")).toEqual({ as: "wrong", left });
    expect(await wrong("lock@x.test")).toEqual({ as: "locked", until: later(15) });
    expect(await right("lock@x.test", later(14))).toEqual({ as: "locked", until: later(15) });
    expect(await right("lock@x.test", later(15))).toMatchObject({ as: "signed-in", user: { id } });
    expect(await findUser(db, id)).toMatchObject({ failures: 0, lockedUntil: null, lastSeenAt: later(15) });
  });

  test("begins a new count when it has run out", async () => {
    await person("again@x.test");
    for (let attempt = 0; attempt < lockRule.limit; attempt++) await wrong("again@x.test");
    expect(await wrong("again@x.test", later(16))).toEqual({ as: "wrong", left: 4 });
  });

  test("counts attempts that come at once", async () => {
    await person("rush@x.test");
    await Promise.all(Array.from({ length: lockRule.limit }, () => wrong("rush@x.test")));
    expect(await findUserByEmail(db, "rush@x.test")).toMatchObject({ failures: 5, lockedUntil: later(15) });
  });

  test("does not tell who works here: nobody's address locks after as many", async () => {
    const kinds = [];
    for (let attempt = 0; attempt < 6; attempt++) kinds.push((await wrong("nobody@x.test")).as);
    expect(kinds).toEqual(["wrong", "wrong", "wrong", "wrong", "locked", "locked"]);
  });

  test("is told in words", () => {
    expect(saySignIn({ as: "locked", until: later(14.2) }, noon)).toBe("Too many wrong passwords. You can try again in 15 minutes.");
    expect(saySignIn({ as: "wrong", left: 4 }, noon)).not.toContain("before a pause");
    expect(saySignIn({ as: "wrong", left: 1 }, noon)).toContain("One more try");
  });
});

test("case and spaces around an address do not matter, a disabled account does", async () => {
  const { id } = await person(" Mixed@X.test ");
  expect((await right("mixed@x.TEST")).as).toBe("signed-in");
  await db.user.update({ where: { id }, data: { disabledAt: noon } });
  expect((await right("mixed@x.test")).as).toBe("wrong");
});

test("an address belongs to one person", async () => {
  await person("one@x.test");
  await expect(person("ONE@x.test")).rejects.toMatchObject({ code: "conflict" });
});

test("no password opens an account that does not exist", async () => {
  expect(await isPassword("", null)).toBe(false);
  expect(await isPassword(password, passwordHash)).toBe(true);
});

describe("the first link", () => {
  const admin = { name: "Ada", email: "ada@x.test", password };

  test("makes one admin, once, and writes it down", async () => {
    const token = await inviteFirstAdmin(db, noon);
    expect(await isInvited(db, token, noon)).toBe(true);
    const visits = [welcomeFirstAdmin(token, admin, noon), welcomeFirstAdmin(token, { ...admin, email: "eve@x.test" }, noon)];
    const outcomes = (await Promise.allSettled(visits)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.user.count({ where: { email: { in: ["ada@x.test", "eve@x.test"] } } })).toBe(1);
    expect(await db.auditEntry.count({ where: { action: "person.first-admin" } })).toBe(1);
    expect(await isInvited(db, token, noon)).toBe(false);
  });

  test("is not spent where the account cannot be made", async () => {
    await person("taken@x.test");
    const token = await inviteFirstAdmin(db, noon);
    await expect(welcomeFirstAdmin(token, { ...admin, email: "taken@x.test" }, noon)).rejects.toMatchObject({ code: "conflict" });
    expect(await isInvited(db, token, noon)).toBe(true);
  });

  test("runs out after a day, and only its hash is kept", async () => {
    const token = await inviteFirstAdmin(db, noon);
    expect(await isInvited(db, token, later(24 * 60))).toBe(false);
    await expect(welcomeFirstAdmin(token, { ...admin, email: "late@x.test" }, later(24 * 60))).rejects.toMatchObject({ code: "not-found" });
    expect(await db.firstLink.findUnique({ where: { tokenHash: token } })).toBeNull();
  });
});

test("the demo has one person per role, each signs in, the store's at two stores; a second seeding changes nothing", async () => {
  const placeOf = (store: string) => ({ Leeds: "pos:1", York: "pos:2" })[store];
  await seedPeople(db, placeOf);
  await seedPeople(db, placeOf);
  expect(demoPeople.map(({ role }) => role).toSorted()).toEqual(Object.keys(roles).toSorted());
  for (const { email, password, role } of demoPeople) {
    expect(await signIn(db, { email, password }, noon)).toMatchObject({ as: "signed-in", user: { role } });
  }
  expect(await findUserByEmail(db, "sam@parity.example")).toMatchObject({ places: ["pos:1", "pos:2"] });
});
