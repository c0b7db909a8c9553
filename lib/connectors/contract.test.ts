import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import type { Sku, WarehouseId } from "@/lib/domain/ids";

import type { Capability, Connector, Ports } from "./connector";
import { openPort } from "./open-port";
import { connectors } from "./registry";
import { answering, cut, type Reply, someConnection } from "./testing/answering";

const secret = "hunter-2-secret";
/** What fits every platform: only the fields of its own schema are taken from it. */
const settings = {
  baseUrl: "https://pos.test",
  accountId: "90001",
  apiId: "90001-1",
  password: secret,
  eventsUser: "sitoo",
  eventsPassword: secret,
  shop: "north.myshopify.com",
  accessToken: secret,
  webhookSecret: secret,
};

/** The cheapest read of each platform and an answer to it, with fields that we have never heard of. */
const reads: Record<string, { answer: object; without: string }> = {
  sitoo: {
    answer: { totalcount: 1, later: true, items: [{ name: "North", currencycode: "GBP", color: "red" }] },
    without: "items.0.currencycode",
  },
  shopify: {
    answer: { data: { shop: { name: "North", currencyCode: "GBP", ianaTimezone: "Europe/London", mood: 1 } }, extensions: {} },
    without: "data.shop.currencyCode",
  },
};

const folders = readdirSync("lib/connectors", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "testing")
  .map((entry) => entry.name);

test("every folder is registered under its own name, with its platform's facts beside it", () => {
  expect(Object.keys(connectors).toSorted()).toEqual(folders.toSorted());
  expect(folders.filter((folder) => !existsSync(`lib/connectors/${folder}/README.md`))).toEqual([]);
});

describe.each(Object.values(connectors))("$id", (connector) => {
  const read = reads[connector.id]!;
  const port = <C extends Capability>(capability: C, reply: () => Reply): Ports[C] =>
    openPort({ id: someConnection(), platform: connector.id, settings }, capability, { exchange: answering(reply).exchange });

  test("opens what it promises, and refuses what it does not", () => {
    for (const capability of connector.can)
      expect(
        port(capability, () => ({})),
        capability,
      ).toBeDefined();
    const all: Capability[] = [
      "catalogue",
      "locations",
      "warehouses",
      "orders",
      "posOrders",
      "posStock",
      "stock",
      "webhooks",
      "audit",
      "check",
    ];
    for (const capability of all.filter((one) => !connector.can.includes(one))) {
      expect(() => port(capability, () => ({}))).toThrow(expect.objectContaining({ failure: { kind: "unsupported", capability } }));
    }
  });

  test("every setting has a label, and whatever opens a door is marked secret", () => {
    const fields = Object.entries(fieldsOf(connector));
    expect(fields.length).toBeGreaterThan(0);
    for (const [name, field] of fields) {
      const { label, secret: isSecret } = field.meta() as { label?: string; secret?: boolean };
      expect(label, name).toBeTruthy();
      expect(isSecret ?? false, name).toBe(/password|secret|token$/i.test(name));
    }
  });

  test("incomplete settings are named, not guessed", () => {
    const open = () => openPort({ id: someConnection(), platform: connector.id, settings: {} }, "check");
    expect(open).toThrow(
      expect.objectContaining({ failure: { kind: "refused", reason: expect.stringContaining("settings are incomplete") } }),
    );
  });

  test("fields that we do not know are ignored", async () => {
    expect(await port("check", () => ({ body: read.answer })).ping()).toMatchObject({ name: "North", currency: "GBP" });
  });

  test("an answer without what we need is odd, and says where", async () => {
    const answer = port("check", () => ({ body: without(read.answer, read.without.split(".")) })).ping();
    await expect(answer).rejects.toMatchObject({ failure: { kind: "odd-answer", at: read.without } });
  });

  test.each<[string, Reply | Error, object]>([
    ["429", { status: 429, headers: { "retry-after": "60" } }, { kind: "busy", retryAfterMs: 60_000 }],
    ["500", { status: 500 }, { kind: "down", unsent: false }],
    ["401", { status: 401 }, { kind: "auth" }],
    ["a cut connection", cut, { kind: "down", unsent: false }],
    ["no JSON", { body: undefined }, { kind: "odd-answer", at: expect.any(String) }],
  ])("%s", async (_, reply, failure) => {
    const answer = port("check", () => {
      if (reply instanceof Error) throw reply;
      return reply;
    }).ping();
    await expect(answer).rejects.toMatchObject({ failure, at: { platform: connector.id, operation: "check.ping" } });
  });

  test("an error tells neither secret nor payload, even where the platform repeats them", async () => {
    const talkative = { errortext: `key ${secret} may not read`, errors: `key ${secret} may not read` };
    const error = await port("check", () => ({ status: 400, body: talkative }))
      .ping()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: { kind: "refused", reason: "key ••• may not read" } });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain(secret);
  });

  test("a delivery without valid credentials is refused", async () => {
    const verify = port("webhooks", () => ({})).verify({ path: "", headers: new Headers(), body: new TextEncoder().encode("[]") });
    expect(await verify).toEqual({ result: "wrong-credentials" });
  });
});

test("an unknown platform is unsupported", () => {
  expect(() => openPort({ id: someConnection(), platform: "fax", settings }, "check")).toThrow(
    expect.objectContaining({ failure: { kind: "unsupported", capability: "check" } }),
  );
});

test("no SKU is asked for twice as one", async () => {
  const { asked, exchange } = answering(() => ({ body: { totalcount: 0, items: [] } }));
  const skus = Array.from({ length: 250 }, (_, at) => `A long stock keeping unit no. ${at}` as Sku);
  await openPort({ id: someConnection(), platform: "sitoo", settings }, "posStock", { exchange }).read("3" as WarehouseId, skus);
  expect(asked.flatMap(({ url }) => url.searchParams.get("sku")?.split(","))).toEqual(skus);
  expect(asked.every(({ url }) => url.toString().length < 6_000)).toBe(true);
});

const fieldsOf = ({ settings }: Connector): Record<string, z.ZodType> => (settings instanceof z.ZodObject ? settings.shape : {});

/** The answer less what the path leads to. */
function without(answer: object, path: readonly string[]): object {
  const copy = structuredClone(answer);
  const last = path.at(-1) ?? "";
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => Reflect.get(Object(value), key), copy);
  Reflect.deleteProperty(Object(holder), last);
  return copy;
}
