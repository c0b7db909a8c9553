import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { db } from "@/lib/data/client";
import { createUser, findUserByEmail } from "@/lib/data/users";
import { openTestDatabase } from "@/lib/machine/test-database";

import { hashPassword, isPassword } from "./passwords";
import { openOidcProvider } from "./test-oidc-provider";

const client = { id: "parity", secret: "client-secret" };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let provider: Awaited<ReturnType<typeof openOidcProvider>>;
let house: Server;
let address: string;
let sessionOptions: () => NextAuthOptions;

beforeAll(async () => {
  database = await openTestDatabase();
  provider = await openOidcProvider(client);
  house = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => house.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(house.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    NEXTAUTH_URL: address,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  });
});
beforeEach(async () => {
  await db.$executeRaw`truncate app_user, audit_entry`;
  await withRoles(null);
});
afterAll(async () => {
  house.close();
  provider.close();
  await db.$disconnect();
  await database.drop();
});

/** Settings are read once per process: each way of setting it up is read anew. */
async function withRoles(roles: Record<string, string> | null) {
  delete process.env.OIDC_ROLE_CLAIM;
  delete process.env.OIDC_ROLES;
  if (roles) Object.assign(process.env, { OIDC_ROLE_CLAIM: "groups", OIDC_ROLES: JSON.stringify(roles) });
  vi.resetModules();
  ({ sessionOptions } = await import("./session"));
}

/** The house's sign-in behind a plain server. */
async function answer(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) {
  const url = new URL(request.url ?? "/", address);
  let body = "";
  for await (const chunk of request) body += chunk;
  const cookies = Object.fromEntries((request.headers.cookie ?? "").split("; ").map((pair) => pair.split(/=(.*)/).map(decodeURIComponent)));
  const asked = Object.assign(request, {
    query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split("/").slice(3) },
    cookies,
    body: Object.fromEntries(new URLSearchParams(body)),
  });
  const told = Object.assign(response, {
    status: (status: number) => Object.assign(response, { statusCode: status }),
    json: (value: unknown) => response.end(JSON.stringify(value)),
    send: (value: unknown) => response.end(typeof value === "string" ? value : JSON.stringify(value)),
    redirect: (to: string) => response.writeHead(302, { location: to }).end(),
  });
  await NextAuth(asked as never, told as never, sessionOptions());
}

/** From the button to wherever one ends up, by hand: each redirect followed, each cookie kept. */
async function signIn(claims: Record<string, unknown>): Promise<{ endsAt: string; userId: string | null }> {
  provider.person = claims;
  const jar = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const given = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const set of given.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return given;
  };
  const { csrfToken } = (await (await ask(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  let at = await ask(`${address}/api/auth/signin/oidc`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, callbackUrl: `${address}/inbox` }),
  });
  let to = at.headers.get("location") ?? "";
  while (to.startsWith(provider.issuer) || to.includes("/api/auth/callback")) {
    at = await ask(to);
    to = at.headers.get("location") ?? "";
  }
  const token = jar.get("parity-session");
  const session = token ? await decode({ token: decodeURIComponent(token), secret: process.env.NEXTAUTH_SECRET ?? "" }) : null;
  return { endsAt: to.replace(address, ""), userId: session?.sub ?? null };
}

const priya = { sub: "p-1", email: "Priya@x.test", email_verified: true, name: "Priya Raman" };
const add = async (more: object = {}) =>
  createUser(db, { email: "priya@x.test", name: "Priya", role: "ops", passwordHash: await hashPassword("a long password"), ...more });

test("somebody who was added comes in as who they are here", async () => {
  const { id } = await add();
  expect(await signIn(priya)).toEqual({ endsAt: "/inbox", userId: id });
  expect((await findUserByEmail(db, "priya@x.test"))?.lastSeenAt).not.toBeNull();
  expect(await db.auditEntry.count()).toBe(0);
});

test.each([
  ["nobody added them", priya, null, "not-invited"],
  ["they are disabled", priya, { disabledAt: new Date() }, "disabled"],
  ["their address is not verified", { ...priya, email_verified: false }, {}, "unverified"],
  ["no address is told", { sub: "p-1" }, {}, "no-email"],
])("not let in: %s", async (_, claims, known, why) => {
  if (known) {
    const { id } = await add();
    await db.user.update({ where: { id }, data: known });
  }
  expect(await signIn(claims)).toEqual({ endsAt: `/sign-in?refused=${why}`, userId: null });
});

test("a one-time password that is not needed any more opens nothing", async () => {
  const { id } = await add({ oneTimeUntil: new Date(Date.now() + 86_400_000) });
  expect((await signIn(priya)).userId).toBe(id);
  const user = await findUserByEmail(db, "priya@x.test");
  expect(user?.oneTimeUntil).toBeNull();
  expect(await isPassword("a long password", user?.passwordHash ?? null)).toBe(false);
  expect(await isPassword("", user?.passwordHash ?? null)).toBe(false);
});

test("with a claim for roles people are added and changed as it says, and that is written down", async () => {
  await withRoles({ "parity-admins": "admin", "parity-finance": "finance" });
  const first = await signIn({ ...priya, groups: ["staff", "parity-finance"] });
  expect(first.endsAt).toBe("/inbox");
  expect(await findUserByEmail(db, "priya@x.test")).toMatchObject({
    id: first.userId,
    name: "Priya Raman",
    role: "finance",
    passwordHash: "",
  });
  expect((await signIn({ ...priya, groups: ["parity-finance", "parity-admins"] })).userId).toBe(first.userId);
  expect(await findUserByEmail(db, "priya@x.test")).toMatchObject({ role: "admin" });
  expect((await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action, change }) => ({ action, change }))).toEqual([
    { action: "person.add", change: { email: "Priya@x.test", name: "Priya Raman", role: "finance" } },
    { action: "person.change", change: { role: { before: "finance", after: "admin" } } },
  ]);
  expect(await signIn({ ...priya, groups: ["staff"] })).toEqual({ endsAt: "/sign-in?refused=no-role", userId: null });
});
