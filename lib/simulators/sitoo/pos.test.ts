import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";

import { level, levelOf, openTestAccount, type TestAccount, till, webOrder } from "./open-test-account";

let account: TestAccount;
beforeEach(async () => {
  account = await openTestAccount();
});
afterEach(() => account.close());

const Sold = z.object({ orderid: z.int(), receiptid: z.string() });
const lines = (quantity = 1) => [{ sku: "TEE-M", quantity }];
const sell = async (more: object = {}) => Sold.parse(await account.control("/sell", { registerid: till, lines: lines(), ...more }));
const get = async (orderid: number) => (await account.site(`/orders/${orderid}`)).body;

describe("10.13 what people do at a till", () => {
  test("a sale is a closed, paid, delivered order with its receipt", async () => {
    const { orderid, receiptid } = await sell();
    expect(receiptid).toBe("N01A-1");
    expect(await get(orderid)).toMatchObject({
      registerid: till,
      orderstateid: 10,
      paymentstateid: 20,
      warehouseid: 3,
      moneytotal_gross_all: "249.00",
      additionaldata: { "pos-receiptid": receiptid, "store-externalid": "N01" },
    });
    expect((await account.site(`/orders?receiptid=${receiptid}&fields=orderid`)).body).toMatchObject({ items: [{ orderid }] });
    expect(await levelOf(account)).toEqual(level("11.000", "0.000", "11.000"));
  });

  test("a refund with reference pays back what was paid and brings the goods back, not more than was sold", async () => {
    const { orderid } = await sell({ lines: [{ sku: "TEE-M", quantity: 2, discount: "98.00" }] });
    const refund = () => account.call("/_control/refund", { registerid: till, orderid, lines: lines() });
    const { orderid: refunded } = Sold.parse((await refund()).body);
    expect(await get(refunded)).toMatchObject({
      creditorderid: orderid,
      moneytotal_gross_all: "-200.00",
      orderitems: [{ quantity: -1, moneynetpriceperunit: "160.00", additionaldata: { "pos-originalsales-orderitemid": "0" } }],
      payments: [{ moneyamount: "-200.00" }],
    });
    expect(await levelOf(account)).toEqual(level("11.000", "0.000", "11.000"));
    expect([(await refund()).status, (await refund()).status]).toEqual([200, 400]);
  });

  test("a refund without reference has no source order", async () => {
    const { orderid } = Sold.parse(await account.control("/refund", { registerid: till, lines: [{ sku: "BOOK" }] }));
    expect(await get(orderid)).toMatchObject({ creditorderid: null, moneytotal_gross_all: "-15.00" });
  });

  test("an exchange is two orders linked both ways", async () => {
    const { orderid } = await sell();
    const answer = await account.control("/exchange", {
      refund: { registerid: till, orderid, lines: lines() },
      sale: { registerid: till, lines: [{ sku: "BOOK" }] },
    });
    const { refunded, sold } = z.object({ refunded: Sold, sold: Sold }).parse(answer);
    expect(await get(sold.orderid)).toMatchObject({ additionaldata: { "pos-refund-orderid": String(refunded.orderid) } });
    expect(await get(refunded.orderid)).toMatchObject({
      additionaldata: { "pos-refundsales-orderid": String(sold.orderid) },
      payments: [{ additionaldata: { "virtual-payment": "true" } }],
    });
  });

  test("parked and endless-aisle orders stay open and move nothing", async () => {
    expect(await get((await sell({ handover: "parked" })).orderid)).toMatchObject({ ordertypeid: 110, orderstateid: 0, paymentstateid: 0 });
    expect(await get((await sell({ handover: "later" })).orderid)).toMatchObject({ ordertypeid: 10, orderstateid: 0, paymentstateid: 20 });
    expect(await levelOf(account)).toEqual(level("12.000", "0.000", "12.000"));
  });

  test("ready, rejected and handed over", async () => {
    const { body: orderid } = await account.site("/orders", webOrder("CC-1", { datereserved: 4_000_000_000 }));
    await account.control("/mark-ready", { orderid });
    await account.control("/reject-pickup", { orderid });
    await account.control("/hand-over", { orderid });
    expect(await get(Number(orderid))).toMatchObject({
      orderstateid: 10,
      orderlogitems: [{ orderlogtypeid: 0 }, { orderlogtypeid: 900 }, { orderlogtypeid: 910 }, { orderlogtypeid: 70 }],
    });
    expect(await levelOf(account)).toEqual(level("10.000", "0.000", "10.000"));
    expect((await account.call("/_control/cancel-order", { orderid })).status).toBe(400);
  });

  test("an offline sale is uploaded later with the time of the sale", async () => {
    const orderdate = 1_730_000_000;
    await account.control("/sell", { registerid: till, lines: lines(), offline: true, orderdate });
    await sell();
    const [uploaded] = z.array(Sold).parse(await account.control("/upload", {}));
    expect(uploaded?.orderid).toBe(2);
    expect(await get(2)).toMatchObject({ orderdate });
    expect(await account.control("/upload", {})).toEqual([]);
  });

  test("receiving and adjusting are movements", async () => {
    await account.control("/receive", { warehouseid: 3, lines: lines(5) });
    await account.control("/adjust", { warehouseid: 3, lines: [{ sku: "TEE-M", quantity: -1 }], reasoncode: "THEFT" });
    expect(await levelOf(account)).toEqual(level("16.000", "0.000", "16.000"));
    expect((await account.site("/warehousetransactions")).body).toMatchObject({
      items: [{ transactiontype: 20, reasoncode: "THEFT" }, { transactiontype: 10 }],
    });
  });
});

describe("10.14 Z-report", () => {
  test("totals of the register since its last close, by both endpoints", async () => {
    await sell({ payments: [{ name: "Cash", moneyamount: "249.00" }] });
    const { orderid } = await sell({ lines: [{ sku: "BOOK" }] });
    await account.control("/refund", { registerid: till, orderid, lines: [{ sku: "BOOK" }] });
    await account.control("/close-register", { registerid: till, counted: "240.00" });
    const report = {
      zreportid: 1,
      registerid: till,
      store_id: "N01",
      moneysalestotal: "264.00",
      moneysalestotalnet: "213.35",
      numsales: 2,
      vatgroupssales: [
        { vatvalue: 6, moneytotal: "15.00", moneytotalnet: "14.15", moneytotalvat: "0.85" },
        { vatvalue: 25, moneytotal: "249.00", moneytotalnet: "199.20", moneytotalvat: "49.80" },
      ],
      moneyrefundtotal: "15.00",
      numrefund: 1,
      paymentssales: [
        { name: "Cash", moneytotal: "249.00" },
        { name: "Card", moneytotal: "15.00" },
      ],
      moneysummarytotal: "249.00",
      moneycash_expected: "249.00",
      moneycash_diff: "-9.00",
      moneygrandtotalnet: "249.00",
    };
    expect((await account.call("/v2/accounts/90001/pos-z-reports?store_id=N01")).body).toMatchObject([report]);
    expect((await account.site(`/cashregisters/${encodeURIComponent(till)}/zreports/1`)).body).toMatchObject(report);
  });

  test("the next report starts where the last one ended", async () => {
    await sell();
    await account.control("/close-register", { registerid: till });
    await sell({ lines: [{ sku: "BOOK" }], roundoff: "-0.50" });
    await account.control("/close-register", { registerid: till });
    const { body } = await account.site(`/cashregisters/${encodeURIComponent(till)}/zreports`);
    expect(body).toMatchObject({
      totalcount: 2,
      items: [
        {
          zreportid: 2,
          moneysalestotal: "15.00",
          moneysummaryroundoff: "-0.50",
          moneysummarytotal: "14.50",
          moneygrandtotalsales: "264.00",
        },
        { zreportid: 1, moneysalestotal: "249.00" },
      ],
    });
  });
});

test("totals and levels for checks from outside", async () => {
  await sell();
  const { body: cancelled } = await account.site("/orders", webOrder("X"));
  await account.control("/cancel-order", { orderid: cancelled });
  expect(await account.control("/totals?timezone=Europe/Stockholm")).toMatchObject({
    all: { orders: 1, gross: "249.00", vat: [{ vatvalue: 25, net: "199.20", vat: "49.80", gross: "249.00" }] },
    byDay: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), warehouseid: 3, currencycode: "SEK", orders: 1 }],
  });
  expect(await account.control("/levels")).toContainEqual({
    sku: "TEE-M",
    warehouseid: 3,
    total: "11.000",
    reserved: "0.000",
    available: "11.000",
  });
});
