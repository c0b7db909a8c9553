import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { basic, openTestAccount, type TestAccount, webOrder } from "./open-test-account";

let account: TestAccount;
beforeAll(async () => {
  account = await openTestAccount();
});
afterAll(() => account.close());

const refusal = (statuscode: number) => ({ statuscode, errortext: expect.any(String) });

describe("10.1 auth", () => {
  test.each([
    ["none", {}],
    ["a wrong password", { authorization: basic("90001-12", "wrong") }],
    ["an unknown API id", { authorization: basic("90001-99", "secret") }],
  ])("%s gives 401 with the error body", async (_name, headers: Record<string, string>) => {
    const answer = await account.site("/orders", undefined, { headers: { authorization: "", ...headers } });
    expect(answer).toMatchObject({ status: 401, body: refusal(401) });
  });

  test("an API id under another account gives 401", async () => {
    expect(await account.call("/v2/accounts/90002/sites")).toMatchObject({ status: 401, body: refusal(401) });
  });
});

describe("10.2 paths", () => {
  test("with and without .json answer the same", async () => {
    const [plain, suffixed] = [await account.site("/products"), await account.site("/products.json")];
    expect(plain.body).toEqual(suffixed.body);
  });

  test.each(["/nothing", "/orders/99", "/products/99.json", "/warehouses/99/warehouseitems", "/cashregisters/%7B0%7D"])(
    "%s gives 404 with the error body",
    async (path) => expect(await account.site(path)).toMatchObject({ status: 404, body: refusal(404) }),
  );

  test("an unknown site gives 404", async () => {
    expect(await account.call("/v2/accounts/90001/sites/9/orders")).toMatchObject({ status: 404, body: refusal(404) });
  });
});

describe("10.3 lists", () => {
  beforeAll(async () => {
    for (let n = 0; n < 12; n++) await account.site("/orders", webOrder(`LIST-${n}`));
  });

  test("num is 10 unless said, totalcount counts all, newest first", async () => {
    const { body } = await account.site("/orders?fields=orderid");
    expect(body).toEqual({ totalcount: 12, items: Array.from({ length: 10 }, (_, n) => ({ orderid: 12 - n })) });
  });

  test("start and num cut the page, sort turns it", async () => {
    const { body } = await account.site("/orders?fields=orderid&sort=orderid&start=10&num=5");
    expect(body).toEqual({ totalcount: 12, items: [{ orderid: 11 }, { orderid: 12 }] });
  });

  test("externalid, addresses and creditorderid are not in the default fields", async () => {
    const { body } = await account.site("/orders?num=1");
    const [order] = (body as { items: object[] }).items;
    expect(order).toHaveProperty("orderid");
    for (const absent of ["externalid", "delivery_city", "creditorderid", "orderlogitems"]) expect(order).not.toHaveProperty(absent);
  });

  test("fields names what is given", async () => {
    const { body } = await account.site("/orders?num=1&sort=orderid&fields=externalid,delivery_city");
    expect(body).toMatchObject({ items: [{ externalid: "LIST-0", delivery_city: "Lund" }] });
  });

  test.each([
    ["orderidfrom=3&orderidto=5", [3, 4]],
    ["externalid=LIST-6", [7]],
    ["orderid=2", [2]],
    ["orderstate=20", []],
    ["paymentstate=20&num=2", [1, 2]],
    ["email=nobody", []],
  ])("filter %s", async (filter, orderids) => {
    const { body } = await account.site(`/orders?sort=orderid&fields=orderid&${filter}`);
    expect((body as { items: unknown }).items).toEqual(orderids.map((orderid) => ({ orderid })));
  });

  test.each(["orderid=1,2", "sort=email", "num=ten"])("%s is refused", async (query) => {
    expect(await account.site(`/orders?${query}`)).toMatchObject({ status: 400, body: refusal(400) });
  });

  test("a cap on num can be switched on", async () => {
    await account.control("/quirks", { maxNum: 5 }, "PUT");
    expect((await account.site("/orders?num=6")).status).toBe(400);
    await account.control("/quirks", {}, "PUT");
  });
});

describe("10.4 scalars", () => {
  test("money as a JSON number is refused", async () => {
    const items = [{ productname: "x", quantity: 1, moneyrowprice: 12.5 }];
    expect(await account.site("/orders", webOrder("NUM", { orderitems: items }))).toMatchObject({ status: 400, body: refusal(400) });
  });

  test("money has two decimals, decimals three", async () => {
    const { body } = await account.site("/warehouses/3/warehouseitems?sku=TEE-M");
    expect(body).toMatchObject({ items: [{ decimaltotal: "12.000", moneytotal: "0.00" }] });
  });
});

describe("10.5 and 10.6 answers", () => {
  test("a single object gives the bare id, PUT gives true", async () => {
    expect((await account.site("/products", { sku: "CAP" })).body).toBe(3);
    expect((await account.put("/products/3", { title: "Cap" })).body).toBe(true);
  });

  test("an array gives one answer per element, in order, inside a 200", async () => {
    const answer = await account.site("/products", [{ sku: "A1" }, { title: "no sku" }, { sku: "TEE-M" }, { sku: "A2" }]);
    expect(answer).toMatchObject({
      status: 200,
      body: [{ statuscode: 200, return: 4 }, refusal(400), refusal(400), { statuscode: 200, return: 5 }],
    });
  });

  test("a missing required field names it", async () => {
    const { status, body } = await account.site("/orders", { externalid: "X" });
    expect([status, body]).toEqual([400, { statuscode: 400, errortext: "Missing required field ordertypeid" }]);
  });
});

describe("10.7 rate limit", () => {
  test("a window per API id: 429 with the header, and no effect", async () => {
    await account.control("/quota", { mode: "custom", limit: 2, windowSeconds: 60 }, "PUT");
    await account.site("/stores");
    expect((await account.site("/stores")).headers.get("x-rate-limit-remaining")).toBe("0");
    const refused = await account.site("/orders", webOrder("LIMIT"));
    expect(refused).toMatchObject({ status: 429, body: refusal(429) });
    expect(Number(refused.headers.get("x-rate-limit-reset"))).toBeGreaterThan(Date.now() / 1000);
    await account.control("/quota", { mode: "none" }, "PUT");
    expect((await account.site("/orders?externalid=LIMIT")).body).toMatchObject({ totalcount: 0 });
  });

  test("the next window is open again, and headers can be left out", async () => {
    await account.control("/quirks", { noRateHeaders: true }, "PUT");
    await account.control("/quota", { mode: "custom", limit: 1, windowSeconds: 60 }, "PUT");
    await account.control("/clock", { offsetSeconds: 120 }, "PUT");
    expect((await account.site("/stores")).status).toBe(200);
    const refused = await account.site("/stores");
    expect([refused.status, refused.headers.get("x-rate-limit-reset")]).toEqual([429, null]);
    await account.control("/clock", { offsetSeconds: 240 }, "PUT");
    expect((await account.site("/stores")).status).toBe(200);
  });
});
