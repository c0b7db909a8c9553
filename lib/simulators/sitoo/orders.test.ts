import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { level, levelOf, openTestAccount, type TestAccount, webOrder } from "./open-test-account";

let account: TestAccount;
beforeEach(async () => {
  account = await openTestAccount();
});
afterEach(() => account.close());

const soon = () => Math.floor(Date.now() / 1000) + 3600;
const create = async (externalid: string, more: object = {}) => (await account.site("/orders", webOrder(externalid, more))).body as number;
const deliver = (orderid: number, quantity: number, query = "", more: object = {}) =>
  account.site(`/orders/${orderid}/orderdeliveries${query}`, { ...more, orderdeliveryitems: [{ orderitemid: 0, quantity }] });

describe("10.10 order create", () => {
  test("rows, totals and identity as documented; no stock moves", async () => {
    const orderid = await create("WEB-1");
    const { body } = await account.site(`/orders/${orderid}`);
    expect(body).toMatchObject({
      orderid,
      eshopid: 1,
      externalid: "WEB-1",
      creditorderid: null,
      orderstateid: 0,
      registerid: null,
      currencycode: "SEK",
      moneyfinal_net: "320.00",
      moneyfinal_vat: "80.00",
      moneytotal_gross_all: "400.00",
      orderitems: [
        { orderitemid: 0, productid: 1, additionaldata: { "orderitem-moneyrowdiscount": "98.00" }, moneyitemtotal_vat: "80.00" },
      ],
      orderlogitems: [{ orderlogtypeid: 0 }],
    });
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
    expect((await account.site("/warehousetransactions")).body).toMatchObject({ totalcount: 0 });
  });

  test("externalid is unique, of its pattern, and finds the order", async () => {
    const orderid = await create("WEB-1");
    expect((await account.site("/orders", webOrder("WEB-1"))).status).toBe(400);
    expect((await account.site("/orders", webOrder("no spaces"))).status).toBe(400);
    expect((await account.site("/orders", webOrder("x".repeat(41)))).status).toBe(400);
    expect((await account.call("/v2/accounts/90001/orders?externalid=WEB-1&fields=orderid")).body).toEqual({
      totalcount: 1,
      items: [{ orderid }],
    });
  });

  test.each([
    ["an unknown warehouse", { warehouseid: 99 }],
    ["an unknown source order", { creditorderid: 99 }],
    ["a row without quantity", { orderitems: [{ productname: "x" }] }],
  ])("%s is refused and leaves nothing", async (_name, more) => {
    expect((await account.site("/orders", webOrder("BAD", more))).status).toBe(400);
    expect((await account.site("/orders?externalid=BAD")).body).toMatchObject({ totalcount: 0 });
  });

  test("rows cannot be changed, other fields one by one", async () => {
    const orderid = await create("WEB-1");
    expect((await account.put(`/orders/${orderid}`, { orderitems: [] })).status).toBe(400);
    expect((await account.put(`/orders/${orderid}`, { comment: "gift" })).body).toBe(true);
    expect((await account.site(`/orders/${orderid}`)).body).toMatchObject({
      comment: "gift",
      email: "kim@example.org",
      paymentstateid: 20,
    });
  });
});

describe("10.11 reservation", () => {
  const reserved = (more: object = {}) => create("RES-1", { datereserved: soon(), ...more });

  test("what is available falls, the total stays; cancelling frees it", async () => {
    const orderid = await reserved();
    expect(await levelOf(account)).toEqual(level("12.000", "2.000", "10.000"));
    expect((await account.put(`/orders/${orderid}`, { orderstateid: 20 })).body).toBe(true);
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
    expect((await account.put(`/orders/${orderid}`, { orderstateid: 10 })).status).toBe(400);
  });

  test("a delivery frees as much as it takes", async () => {
    const orderid = await reserved();
    await deliver(orderid, 1);
    expect(await levelOf(account)).toEqual(level("11.000", "1.000", "10.000"));
    await deliver(orderid, 1);
    expect(await levelOf(account)).toEqual(level("10.000", "0.000", "10.000"));
  });

  test("it ends by itself, and can be renewed", async () => {
    const orderid = await reserved();
    await account.control("/clock", { offsetSeconds: 7200 }, "PUT");
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
    await account.put(`/orders/${orderid}`, { datereserved: soon() + 7200 });
    expect(await levelOf(account)).toEqual(level("12.000", "2.000", "10.000"));
  });

  test("another warehouse takes the reservation over; available may go below zero", async () => {
    const orderid = await reserved({
      orderitems: [{ sku: "TEE-M", productname: "Tee", quantity: 20, moneyrowprice: "20.00", vatvalue: 25 }],
    });
    expect(await levelOf(account)).toEqual(level("12.000", "20.000", "-8.000"));
    await account.put(`/orders/${orderid}`, { warehouseid: 5 });
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
    expect(await levelOf(account, "TEE-M", 5)).toEqual(level("100.000", "20.000", "80.000"));
  });

  test("datereserved can be made to have no effect", async () => {
    await account.control("/quirks", { ignoreReservations: true }, "PUT");
    await reserved();
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
  });
});

describe("10.12 delivery", () => {
  test("one type 30 transaction in the delivery's warehouse, linked to it", async () => {
    const orderid = await create("DEL-1");
    const { body: orderdeliveryid } = await deliver(orderid, 2, "", { warehouseid: 5, orderdeliveryref: "TRK1" });
    expect((await account.site("/warehousetransactions")).body).toMatchObject({
      totalcount: 1,
      items: [
        {
          transactiontype: 30,
          warehouseid: 5,
          orderdeliveryid,
          items: [{ sku: "TEE-M", decimalquantity: "-2.000", decimaltotal: "98.000" }],
        },
      ],
    });
    expect((await account.site(`/orders/${orderid}/orderdeliveries`)).body).toMatchObject({
      totalcount: 1,
      items: [{ orderdeliveryid, orderdeliveryref: "TRK1", datecancelled: null, orderdeliveryitems: [{ orderitemid: 0, quantity: 2 }] }],
    });
    expect((await account.site(`/orders/${orderid}/orderlogitems`)).body).toMatchObject({
      items: [{ orderlogtypeid: 0 }, { orderlogtypeid: 70, fvalue: String(orderdeliveryid) }],
    });
  });

  test("a full delivery leaves the order open; more than is left is refused", async () => {
    const orderid = await create("DEL-1");
    await deliver(orderid, 2);
    expect((await account.site(`/orders/${orderid}`)).body).toMatchObject({ orderstateid: 0 });
    expect((await deliver(orderid, 1)).status).toBe(400);
    expect(await levelOf(account)).toEqual(level("10.000", "0.000", "10.000"));
  });

  test.each([
    ["ignorestock=true", {}, "?ignorestock=true"],
    ["delivery-ignore-stock", { additionaldata: { "delivery-ignore-stock": "true" } }, ""],
  ])("%s moves nothing", async (_name, more, query) => {
    await deliver(await create("DEL-1", more), 2, query);
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
  });

  test("negative rows come back as type 40, to return-warehouseid when named", async () => {
    const source = await create("DEL-1", { orderstateid: 10 });
    const orderid = await create("REF-1", {
      creditorderid: source,
      orderstateid: 10,
      orderitems: [
        {
          sku: "TEE-M",
          productname: "Tee",
          quantity: -1,
          moneyrowprice: "-200.00",
          vatvalue: 25,
          additionaldata: { "return-warehouseid": "5" },
        },
      ],
    });
    await deliver(orderid, -1);
    expect((await account.site("/warehousetransactions")).body).toMatchObject({
      items: [{ transactiontype: 40, warehouseid: 5, items: [{ decimalquantity: "1.000", decimaltotal: "101.000" }] }],
    });
    expect((await account.site(`/orders?creditorderid=${source}&fields=orderid,moneytotal_gross_all`)).body).toEqual({
      totalcount: 1,
      items: [{ orderid, moneytotal_gross_all: "-200.00" }],
    });
  });

  test("a delivery from a Virtual warehouse moves its level without a transaction", async () => {
    await deliver(await create("DEL-1", { warehouseid: 4 }), 2);
    expect(await levelOf(account, "TEE-M", 4)).toEqual(level("3.000", "0.000", "3.000"));
    expect((await account.site("/warehousetransactions")).body).toMatchObject({ totalcount: 0 });
  });
});
