import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { level, levelOf, openTestAccount, type TestAccount } from "./open-test-account";

let account: TestAccount;
beforeEach(async () => {
  account = await openTestAccount();
});
afterEach(() => account.close());

const move = (transactiontype: number, decimalquantity: string, warehouseid = 3) => ({
  warehouseid,
  transactiontype,
  items: [{ sku: "TEE-M", decimalquantity }],
});

describe("10.9 stock", () => {
  test("a transaction moves the level and keeps the running total; negative stock is allowed", async () => {
    const { body } = await account.site("/warehousetransactions", [move(10, "6.000"), move(20, "-20.000")]);
    expect(body).toEqual([
      { statuscode: 200, return: 1 },
      { statuscode: 200, return: 2 },
    ]);
    expect((await account.site("/warehousetransactions?sort=warehousetransactionid")).body).toMatchObject({
      totalcount: 2,
      items: [
        { warehousetransactionid: 1, transactiontype: 10, items: [{ decimalquantity: "6.000", decimaltotal: "18.000" }] },
        { warehousetransactionid: 2, transactiontype: 20, items: [{ decimalquantity: "-20.000", decimaltotal: "-2.000" }] },
      ],
    });
    expect(await levelOf(account)).toEqual(level("-2.000", "0.000", "-2.000"));
  });

  test("the same transaction again moves the stock again", async () => {
    const receipt = { ...move(10, "1.000"), externalid: "ASN-1" };
    await account.site("/warehousetransactions", receipt);
    await account.site("/warehousetransactions", receipt);
    expect(await levelOf(account)).toEqual(level("14.000", "0.000", "14.000"));
  });

  test.each([30, 40, 50])("type %i cannot be posted", async (type) => {
    expect((await account.site("/warehousetransactions", move(type, "1.000"))).status).toBe(400);
  });

  test("more than 1000 items are refused as a whole", async () => {
    const many = Array.from({ length: 1001 }, () => move(10, "1.000"));
    expect((await account.site("/warehousetransactions", many)).status).toBe(400);
    expect((await account.site("/warehousetransactions")).body).toMatchObject({ totalcount: 0 });
  });

  test("the cursor: from is inclusive, to is not, newest first unless sorted", async () => {
    await account.site("/warehousetransactions", [move(10, "1.000"), move(10, "1.000"), move(10, "1.000"), move(10, "1.000", 5)]);
    const ids = async (query: string) => (await account.site(`/warehousetransactions?fields=warehousetransactionid&${query}`)).body;
    const items = (...of: number[]) => ({ totalcount: of.length, items: of.map((warehousetransactionid) => ({ warehousetransactionid })) });
    expect(await ids("")).toEqual(items(4, 3, 2, 1));
    expect(await ids("warehousetransactionidfrom=2&warehousetransactionidto=4&sort=warehousetransactionid")).toEqual(items(2, 3));
    expect(await ids("warehousetransactionid=1,4")).toEqual(items(4, 1));
    expect(await ids("warehouseid=5")).toEqual(items(4));
    expect((await account.site("/warehouses/5/warehousetransactions/4")).body).toMatchObject({ warehousetransactionid: 4 });
  });

  test("FIFO refuses a direct level, Virtual takes it and refuses transactions", async () => {
    const write = [
      { sku: "TEE-M", decimaltotal: "15.000" },
      { sku: "NONE", decimaltotal: "1.000" },
    ];
    expect((await account.put("/warehouses/3/warehouseitems", write)).body).toMatchObject([{ statuscode: 400 }, { statuscode: 400 }]);
    expect((await account.put("/warehouses/4/warehouseitems", write)).body).toMatchObject([
      { statuscode: 200, return: expect.any(Number) },
      { statuscode: 400 },
    ]);
    expect(await levelOf(account, "TEE-M", 4)).toEqual(level("15.000", "0.000", "15.000"));
    expect((await account.site("/warehousetransactions", move(10, "1.000", 4))).status).toBe(400);
  });

  test("a committed stocktaking writes the difference", async () => {
    const { body: batch } = await account.site("/warehouses/3/warehousebatches", { transactiontype: 50, comment: "count" });
    expect((await account.site("/warehouses/3/warehousebatches", { transactiontype: 50 })).status).toBe(400);
    await account.put(`/warehouses/3/warehousebatches/${batch}/warehousebatchitems`, [{ sku: "TEE-M", decimalquantity: "9.000" }]);
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
    expect((await account.put(`/warehouses/3/warehousebatches/${batch}`, { warehousebatchstate: 20 })).body).toBe(true);
    expect(await levelOf(account)).toEqual(level("9.000", "0.000", "9.000"));
    expect((await account.site("/warehousetransactions")).body).toMatchObject({
      items: [{ transactiontype: 50, items: [{ decimalquantity: "-3.000", decimaltotal: "9.000" }] }],
    });
    expect((await account.put(`/warehouses/3/warehousebatches/${batch}`, { warehousebatchstate: 20 })).status).toBe(400);
  });

  test("datelastmodifiedfrom reads the levels that changed", async () => {
    await account.control("/clock", { offsetSeconds: 1000 }, "PUT");
    await account.site("/warehousetransactions", move(10, "1.000"));
    const since = Math.floor(Date.now() / 1000) + 500;
    const { body } = await account.site(`/warehouses/3/warehouseitems?datelastmodifiedfrom=${since}&fields=sku`);
    expect(body).toEqual({ totalcount: 1, items: [{ sku: "TEE-M" }] });
  });

  test("a corrupted level leaves no transaction", async () => {
    await account.control("/corrupt-level", { warehouseid: 3, sku: "TEE-M", quantity: 7 });
    expect(await levelOf(account)).toEqual(level("7.000", "0.000", "7.000"));
    expect((await account.site("/warehousetransactions")).body).toMatchObject({ totalcount: 0 });
  });
});
