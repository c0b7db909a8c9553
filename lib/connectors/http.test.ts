import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";

import type { ConnectionId } from "@/lib/domain/ids";

import { ConnectorError } from "./error";
import { type Call, createHttp, type HttpProfile } from "./http";

const id = "0b1f6a56-2f3a-4d0e-9f3b-6f0f0a7f9f10" as ConnectionId;
const Answer = z.object({ ok: z.boolean() });
const get: Call = { method: "GET", path: "thing" };
const post: Call = { method: "POST", path: "thing", json: { amount: "1.00" } };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Reply = { status: number; headers?: Record<string, string>; body?: unknown };

/** Answers one after another, the last one for ever. */
function http(replies: readonly (Reply | Error)[], profile: Partial<HttpProfile> = {}) {
  const seen: { url: string; headers: Headers }[] = [];
  const answer = async (url: string | URL | Request, init?: RequestInit) => {
    const reply = replies[Math.min(seen.length, replies.length - 1)]!;
    seen.push({ url: String(url), headers: new Headers(init?.headers) });
    if (reply instanceof Error) throw reply;
    return new Response(JSON.stringify(reply.body ?? { ok: true }), { status: reply.status, headers: reply.headers ?? {} });
  };
  const client = createHttp(
    { id: crypto.randomUUID() as ConnectionId, platform: "test" },
    { baseUrl: "https://x.test/v1", headers: async () => ({}), ...profile },
    { exchange: answer },
  );
  return { client, seen };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("it should have failed"),
    (error: unknown) => {
      if (!(error instanceof ConnectorError)) throw error;
      return error.failure;
    },
  );

const reset = Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });

test("joins base, path and query, and leaves out what is undefined", async () => {
  const { client, seen } = http([{ status: 200 }]);
  await client.send("op", { ...get, query: { sku: "a b,c+d", num: 2, page: undefined } }, Answer);
  expect(seen[0]?.url).toBe("https://x.test/v1/thing?sku=a+b%2Cc%2Bd&num=2");
});

test.each([
  [401, { kind: "auth" }],
  [403, { kind: "auth" }],
  [400, { kind: "refused", reason: "HTTP 400" }],
  [404, { kind: "refused", reason: "HTTP 404" }],
  [409, { kind: "conflict", reason: "HTTP 409" }],
  [302, { kind: "refused", reason: "HTTP 302" }],
  [500, { kind: "down", unsent: false }],
])("%i is %o", async (status, failure) => {
  expect(await failureOf(http([{ status }]).client.send("op", post, Answer))).toEqual(failure);
});

test("a read is tried four times while the platform is down", async () => {
  const patient = http([{ status: 500 }, reset, { status: 503 }, { status: 200 }]);
  expect(await patient.client.send("op", get, Answer)).toEqual({ ok: true });
  const lost = http([{ status: 500 }]);
  expect(await failureOf(lost.client.send("op", { ...post, isSafe: true }, Answer))).toEqual({ kind: "down", unsent: false });
  expect(lost.seen).toHaveLength(4);
});

test.each([[{ status: 502 }], [reset]])("a write is never sent again after an unclear answer", async (reply) => {
  const { client, seen } = http([reply, { status: 200 }]);
  expect(await failureOf(client.send("op", post, Answer))).toEqual({ kind: "down", unsent: false });
  expect(seen).toHaveLength(1);
});

test("nobody listening is certain to have had no effect", async () => {
  const port = await freePort();
  const client = createHttp({ id, platform: "test" }, { baseUrl: `http://127.0.0.1:${port}`, headers: async () => ({}) });
  expect(await failureOf(client.send("op", post, Answer))).toEqual({ kind: "down", unsent: true });
});

test("a connection cut while answering is unclear", async () => {
  server = createServer((request) => request.socket.destroy());
  const url = await listening(server);
  const client = createHttp({ id, platform: "test" }, { baseUrl: url, headers: async () => ({}) });
  expect(await failureOf(client.send("op", post, Answer))).toEqual({ kind: "down", unsent: false });
});

test("a short 429 is waited for, also by a write", async () => {
  const { client, seen } = http([{ status: 429, headers: { "retry-after": "0" } }, { status: 200 }]);
  await client.send("op", post, Answer);
  expect(seen).toHaveLength(2);
});

test.each([
  [{ "retry-after": "120" }, 120_000],
  [{ "retry-after": "86400" }, 900_000],
  [{ "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }, 900_000],
  [{ "x-rate-limit-reset": String(Date.now() / 1000 + 86_400) }, 900_000],
])("a long 429 is the caller's to wait for: %o", async (headers, retryAfterMs) => {
  const { client, seen } = http([{ status: 429, headers }]);
  expect(await failureOf(client.send("op", get, Answer))).toEqual({ kind: "busy", retryAfterMs });
  expect(seen).toHaveLength(1);
});

test("an answer in another form names the place", async () => {
  const { client } = http([{ status: 200, body: { items: [{ ok: true }, { ok: "yes" }] } }]);
  expect(await failureOf(client.send("op", get, z.object({ items: z.array(Answer) })))).toEqual({ kind: "odd-answer", at: "items.1.ok" });
});

test("a token forgotten after a 401 is asked for once more, and only once", async () => {
  const tokens = ["old", "new", "newer"];
  const profile: Partial<HttpProfile> = {
    headers: async () => ({ "x-token": tokens[0] ?? "" }),
    renew: () => tokens.shift() !== undefined,
  };
  const healed = http([{ status: 401 }, { status: 200 }], profile);
  await healed.client.send("op", post, Answer);
  expect(healed.seen.map(({ headers }) => headers.get("x-token"))).toEqual(["old", "new"]);
  const broken = http([{ status: 401 }], profile);
  expect(await failureOf(broken.client.send("op", post, Answer))).toEqual({ kind: "auth" });
  expect(broken.seen).toHaveLength(2);
});

test("a reason that repeats a secret is masked and short", async () => {
  const reason = `your key s3cret is wrong ${"!".repeat(500)}`;
  const { client } = http([{ status: 400 }], { explain: () => ({ kind: "refused", reason }), secrets: ["s3cret", ""] });
  const failure = await failureOf(client.send("op", post, Answer));
  expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(/^your key ••• is wrong !+$/) });
  expect("reason" in failure && failure.reason.length).toBe(300);
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const taken = createServer();
  const url = await listening(taken);
  await new Promise((closed) => taken.close(closed));
  return Number(new URL(url).port);
}
