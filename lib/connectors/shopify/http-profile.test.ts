import { expect, test } from "vitest";

import { openPort } from "../open-port";
import { type Asked, answering, type Reply, someConnection } from "../testing/answering";

const shop = { data: { shop: { name: "North", currencyCode: "GBP", ianaTimezone: "Europe/London" } } };
const throttle = (available: number) => ({ maximumAvailable: 2000, currentlyAvailable: available, restoreRate: 1000 });
const errors = (code: string, message = "no") => ({ data: null, errors: [{ message, extensions: { code } }] });

function ping(reply: (asked: Asked, nth: number) => Reply, keys: object = { accessToken: "shpat_1" }) {
  const { asked, exchange } = answering(reply);
  const settings = { shop: "north.myshopify.com", webhookSecret: "hush", ...keys };
  const port = () => openPort({ id: someConnection(), platform: "shopify", settings }, "check", { exchange });
  return { asked, ping: () => port().ping() };
}
const failure = (kind: string, more: object = {}) => ({ failure: { kind, ...more } });

test("asks the pinned version at the shop's own address", async () => {
  const { asked, ping: ask } = ping(() => ({ body: shop }));
  expect(await ask()).toEqual({ name: "North", currency: "GBP", zone: "Europe/London" });
  expect(asked[0]?.url.toString()).toBe("https://north.myshopify.com/admin/api/2026-10/graphql.json");
  expect(asked[0]?.headers.get("x-shopify-access-token")).toBe("shpat_1");
});

test.each([
  [{ body: errors("ACCESS_DENIED") }, failure("auth")],
  [{ body: errors("SHOP_INACTIVE") }, failure("auth")],
  [{ body: errors("MAX_COST_EXCEEDED", "Query cost is 1200") }, failure("refused", { reason: "Query cost is 1200" })],
  [
    { body: errors("BAD_REQUEST", "The @idempotent directive is required") },
    failure("refused", { reason: "The @idempotent directive is required" }),
  ],
  [{ body: errors("INTERNAL_SERVER_ERROR") }, failure("down", { unsent: false })],
  [{ status: 401, body: { errors: "[API] Invalid API key or access token" } }, failure("auth")],
  [{ status: 402 }, failure("auth")],
  [{ status: 404, body: { errors: "Not Found" } }, failure("auth")],
  [{ status: 423 }, failure("auth")],
  [{ body: { data: { shop: { name: "North" } } } }, failure("odd-answer", { at: "data.shop.currencyCode" })],
])("%o", async (reply, expected) => {
  await expect(ping(() => reply).ping()).rejects.toMatchObject(expected);
});

test("THROTTLED is busy, and a short wait is waited for", async () => {
  const denied = {
    ...errors("THROTTLED"),
    extensions: { cost: { requestedQueryCost: 700, actualQueryCost: null, throttleStatus: throttle(600) } },
  };
  const { asked, ping: ask } = ping((_, nth) => ({ body: nth === 1 ? denied : shop }));
  expect(await ask()).toMatchObject({ name: "North" });
  expect(asked).toHaveLength(2);
});

test("THROTTLED for long is left to the caller, with the time until the points are back", async () => {
  const denied = {
    ...errors("THROTTLED"),
    extensions: {
      cost: {
        requestedQueryCost: 900,
        actualQueryCost: null,
        throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 0, restoreRate: 100 },
      },
    },
  };
  await expect(ping(() => ({ body: denied })).ping()).rejects.toMatchObject(failure("busy", { retryAfterMs: 9_000 }));
});

test("client id and secret fetch one token for all, and a new one after a 401", async () => {
  const keys = { clientId: crypto.randomUUID(), clientSecret: "s3cret" };
  let token = 0;
  const { asked, ping: ask } = ping(({ url, headers }) => {
    if (url.pathname.endsWith("/access_token")) return { body: { access_token: `token-${++token}`, scope: "", expires_in: 86_399 } };
    return headers.get("x-shopify-access-token") === `token-${token}` ? { body: shop } : { status: 401 };
  }, keys);
  await Promise.all([ask(), ask(), ask()]);
  expect(token).toBe(1);
  expect(asked[0]?.json).toEqual({ grant_type: "client_credentials", client_id: keys.clientId, client_secret: "s3cret" });

  token = 10; // the shop has forgotten token-1
  expect(await ask()).toMatchObject({ name: "North" });
  expect(token).toBe(11);
});

test("a refused client id is auth, without the secret in the error", async () => {
  const { ping: ask } = ping(() => ({ status: 400, body: { errors: "client s3cret unknown" } }), {
    clientId: crypto.randomUUID(),
    clientSecret: "s3cret",
  });
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject(failure("auth"));
  expect(`${error}${JSON.stringify(error)}`).not.toContain("s3cret");
});

test.each([[{}], [{ clientId: "only" }]])("settings without a way in are incomplete: %o", (keys) => {
  expect(() => ping(() => ({ body: shop }), keys).ping()).toThrow(
    expect.objectContaining(failure("refused", { reason: "its settings are incomplete (accessToken)" })),
  );
});
