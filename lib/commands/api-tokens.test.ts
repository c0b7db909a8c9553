import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { answerApi } from "@/lib/auth/answer-api";
import type { Actor, Permission } from "@/lib/auth/permissions";
import { listTokens } from "@/lib/data/api-tokens";
import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { createUser, updateUser } from "@/lib/data/users";
import { openTestDatabase } from "@/lib/machine/test-database";

import { makeToken, revokeToken } from "./api-tokens";
import { pauseConnection } from "./ask-connection";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let admin: Actor;
let shopId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const { id } = await createUser(db, { name: "Ingrid", email: "ingrid@x.test", role: "admin", passwordHash: "" });
  admin = { id, name: "Ingrid", email: "ingrid@x.test", role: "admin", places: null };
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", ...plain }, new Set());
});
afterAll(async () => {
  vi.useRealTimers();
  await db.$disconnect();
  await database.drop();
});

const make = (scopes: string[], days: number | null = 90) => makeToken.execute(admin, { name: "Nightly report", scopes, days });
const request = (secret: string) => new Request("http://x.test/api/v1/records", { headers: { authorization: `Bearer ${secret}` } });
const ask = (secret: string, permission: Permission, answer: (actor: Actor) => Promise<unknown> = async ({ name }) => ({ name })) =>
  answerApi(permission, (_, actor) => answer(actor))(request(secret), undefined);

test("a token opens what it was given, in the name of who made it, and nothing else", async () => {
  const { secret } = await make(["records:read", "sync:run"]);
  const given = await ask(secret, "records:read");
  expect([given.status, await given.json()]).toEqual([200, { name: "Ingrid" }]);
  const refused = await ask(secret, "finance:read");
  expect([refused.status, await refused.json()]).toEqual([403, { code: "forbidden", message: "This token lacks the scope finance:read." }]);
  expect((await ask(secret, "people:manage")).status).toBe(403);
  expect((await ask(`${secret}x`, "records:read")).status).toBe(401);
});

test("a command by a token asks for the same permission, and the audit tells the token", async () => {
  const [can, cannot] = [await make(["sync:run"]), await make(["records:read"])];
  const pause = (actor: Actor) => pauseConnection.execute(actor, { connectionId: shopId, reason: "stocktake" });
  expect((await ask(cannot.secret, "office:read", pause)).status).toBe(403);
  expect((await ask(can.secret, "office:read", async (actor) => (await pause(actor)) ?? null)).status).toBe(200);
  const [entry] = await db.auditEntry.findMany({ where: { action: "connection.pause" } });
  expect(entry).toMatchObject({ actor: admin.id, change: { reason: "stocktake", token: can.id } });
});

test("the secret is nowhere kept, only what tells tokens apart", async () => {
  const { secret, id } = await make(["stock:read"]);
  const kept = JSON.stringify([await db.apiToken.findMany(), await db.auditEntry.findMany({ select: { change: true } })]);
  expect(kept).not.toContain(secret);
  expect((await listTokens()).find((one) => one.id === id)).toMatchObject({
    hint: secret.slice(0, 11),
    madeBy: "Ingrid",
    lastUsedAt: null,
  });
  await ask(secret, "stock:read");
  expect((await listTokens()).find((one) => one.id === id)?.lastUsedAt).not.toBeNull();
});

test("revoked, too old, or of somebody who left: it opens nothing", async () => {
  const [revoked, old] = [await make(["stock:read"]), await make(["stock:read"], 1)];
  await revokeToken.execute(admin, { id: revoked.id });
  expect((await ask(revoked.secret, "stock:read")).status).toBe(401);
  await expect(revokeToken.execute(admin, { id: revoked.id })).rejects.toMatchObject({ code: "conflict" });
  expect((await ask(old.secret, "stock:read")).status).toBe(200);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_001 });
  expect((await ask(old.secret, "stock:read")).status).toBe(401);
  vi.useRealTimers();
  const left = await make(["stock:read"], null);
  await updateUser(db, admin.id, { disabledAt: new Date() });
  expect((await ask(left.secret, "stock:read")).status).toBe(401);
  await updateUser(db, admin.id, { disabledAt: null, role: "ecommerce" });
  const money = await make(["finance:read"], null);
  expect((await ask(money.secret, "finance:read")).status).toBe(403);
  await updateUser(db, admin.id, { role: "admin" });
});

test("only an admin makes them, and not for letting others in", async () => {
  await expect(makeToken.execute({ ...admin, role: "ops" }, { name: "x", scopes: ["stock:read"], days: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });
  for (const scopes of [[], ["people:manage"], ["connections:write"], ["nonsense"]]) await expect(make(scopes)).rejects.toThrow();
});
