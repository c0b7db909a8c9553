import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { writeFinanceCsv } from "@/lib/commands/finance-csv";
import { bridgeOf, judgeSides, unexplained } from "@/lib/domain/finance/sides";
import type { ConnectionId, LocationId, ShopOrderId, Sku, WarehouseId } from "@/lib/domain/ids";
import { addVat, minor, sum, toAmount, vatInside } from "@/lib/domain/money";
import type { OrderContext } from "@/lib/domain/orders/order-context";
import { type MoneyState, OrderFilter } from "@/lib/domain/orders/order-filter";
import { planOrder } from "@/lib/domain/orders/plan-order";
import { vatAtPos } from "@/lib/domain/orders/predict-vat";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { openTestDatabase } from "@/lib/machine/test-database";

import { db, inTransaction } from "./client";
import { createConnection } from "./connections";
import { confirmEffects, planEffects } from "./effects";
import { listHolding, readFinance } from "./finance";
import { keepSources, markOrders } from "./order-lanes";
import { countOrders, listOrders } from "./orders";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let shopId: ConnectionId;
let ids = 0;
const day = { from: "2026-07-01", to: "2026-07-31" };
const warehouses: Record<string, string> = { "17": "1", "18": "2" };
const context = {
  shop: { code: "SHP", name: "Shop", dueWhen: "paid", reserveDays: 0 },
  pos: { currency: "GBP", rates: new Set(["0", "5", "20"]) },
  now: Date.parse("2026-07-04T12:00:00Z"),
  product: (sku: Sku) => ({ state: "known", sku }),
  warehouse: (location: LocationId) => (warehouses[location] as WarehouseId | undefined) ?? null,
  service: () => "SHIPPING" as Sku,
  corrections: () => [],
} as unknown as OrderContext;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  const place = (connectionId: string, remoteId: string, name: string) => ({ connectionId, remoteId, name });
  await db.place.createMany({ data: [place(posId, "1", "Leeds"), place(posId, "2", "=York"), place(shopId, "99", "Pop-up")] });
  const link = (theirs: string, ours: string) => ({ shopId, kind: "location", theirs, ours, source: "set-up", changedBy: "x" });
  await db.link.createMany({ data: [link("17", "1"), link("18", "2")] });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(() => db.$executeRaw`truncate order_lane, effect, exception, cause`);

type Line = { listed: number; discount?: number; rate: string; tax?: number; at?: readonly string[] };
type Made = Partial<Omit<ShopOrder, "lines">> & { lines: Line[] };

/** Lines by location: two of them = one unit at each. Totals are what the lines add up to. */
function orderOf({ lines, ...more }: Made): ShopOrder {
  ids += 1;
  const taxesIncluded = more.taxesIncluded ?? true;
  const made = lines.map(({ listed, discount = 0, rate, tax, at = ["17"] }, nth) => {
    const paid = minor(listed - discount);
    const inside = taxesIncluded ? vatInside(paid, rate) : minor(addVat(paid, rate) - paid);
    return {
      at,
      paid: taxesIncluded ? paid : minor(paid + (tax ?? inside)),
      line: {
        id: `l${nth}`,
        sku: `S${nth}` as Sku,
        title: "Thing",
        quantity: at.length,
        listed: minor(listed),
        discount: minor(discount),
        taxes: rate === "0" ? [] : [{ rate, amount: minor(tax ?? inside) }],
        isGiftCard: false,
      },
    };
  });
  const locations = [...new Set(made.flatMap(({ at }) => at))];
  return {
    id: String(5_000 + ids) as ShopOrderId,
    name: `#${ids}`,
    version: "1",
    placedAt: "2026-07-04T10:00:00.000Z",
    cancelledAt: null,
    isTest: false,
    isBornInPos: false,
    payment: "paid",
    currency: "GBP",
    taxesIncluded,
    total: sum(made.map(({ paid }) => paid)),
    email: "",
    firstName: "",
    lastName: "",
    phone: "",
    billing: null,
    shipping: null,
    lines: made.map(({ line }) => line),
    shippingLines: [],
    allocations: locations.map((location) => ({
      locationId: location as LocationId,
      locationName: location,
      method: "pickup",
      lines: made.flatMap(({ line, at }) => (at.includes(location) ? [{ lineId: line.id, quantity: 1, remaining: 1 }] : [])),
    })),
    payments: [],
    ...more,
  };
}

async function keep(order: ShopOrder, state: string, outcome: string): Promise<ShopOrder> {
  await inTransaction((tx) => markOrders(tx, { id: shopId, posId }, [{ orderId: order.id }]));
  await keepSources(shopId, [{ order, promiseAt: null, customerHash: "" }], new Date());
  await db.$executeRaw`update order_lane set state = ${state}, outcome = ${outcome} where order_id = ${order.id}`;
  return order;
}
const hold = (made: Made) => keep(orderOf(made), "held", "held");
const wait = (made: Made) => keep(orderOf(made), "waiting", "");

async function cross(made: Made) {
  const order = await keep(orderOf(made), "done", "confirmed");
  const plan = planOrder(order, context);
  if (plan.verdict !== "goes") throw new Error(`This order does not go: ${JSON.stringify(plan)}`);
  await planEffects(posId, shopId, plan.drafts);
  await confirmEffects(
    db,
    plan.drafts.map(({ externalId }) => externalId),
  );
  return { order, drafts: plan.drafts };
}
const read = (period = day) => readFinance({ id: shopId, currency: "GBP" }, period);
const count = (filter: Partial<OrderFilter>) => countOrders(OrderFilter.parse({ shop: shopId, ...day, ...filter }));

describe("days", () => {
  test.each([
    ["after midnight in summer, the evening before by UTC", "2026-07-04T23:30:00Z", "2026-07-05"],
    ["in winter", "2026-12-04T23:30:00Z", "2026-12-04"],
    ["in the hour that clocks go back over, the first time", "2026-10-25T00:30:00Z", "2026-10-25"],
    ["the evening after, an hour later by UTC than the day before", "2026-10-25T23:30:00Z", "2026-10-25"],
    ["on the day clocks go forward", "2026-03-29T23:30:00Z", "2026-03-30"],
  ])("%s", async (_, at, of) => {
    await cross({ lines: [{ listed: 1_200, rate: "20" }], placedAt: new Date(at).toISOString() });
    expect((await read({ from: of, to: of })).days.map(({ day: on, orders }) => [on, orders])).toEqual([[of, 1]]);
    expect(await count({ from: of, to: of, what: "crossed" })).toMatchObject({ orders: 1 });
    expect((await read({ from: "2026-01-01", to: "2026-01-31" })).total.orders).toBe(0);
  });
});

test("an order for two stores is split as it was sent, and is one order in the sum", async () => {
  await cross({
    lines: [
      { listed: 2_001, rate: "20", at: ["17", "18"] },
      { listed: 999, rate: "0" },
    ],
  });
  const { days, total } = await read();
  expect(days[0]?.stores.map(({ name, orders, shop, till }) => ({ name, orders, shop, till }))).toEqual([
    { name: "=York", orders: 1, shop: 1_000, till: 1_000 },
    { name: "Leeds", orders: 1, shop: 2_000, till: 2_000 },
  ]);
  expect(total).toMatchObject({ orders: 1, shop: 3_000, till: 3_000 });
  expect(judgeSides(total)).toBe("tied");
});

test("what does not cross counts by what the shop says, at its first place, mapped or not", async () => {
  await hold({ lines: [{ listed: 2_400, discount: 400, rate: "20", at: ["99"] }] });
  await hold({ lines: [{ listed: 1_000, rate: "20" }], taxesIncluded: false });
  await wait({ lines: [{ listed: 500, rate: "0", at: ["17", "18"] }] });
  await wait({ lines: [{ listed: 700, rate: "5" }], allocations: [] });
  const { days, total, rates } = await read();
  expect(days[0]?.stores.map(({ name, heldAmount, waitingAmount }) => [name, heldAmount, waitingAmount])).toEqual([
    ["Leeds", 1_200, 500],
    ["No location", 0, 700],
    ["Pop-up, not mapped", 2_000, 0],
  ]);
  expect(total).toMatchObject({ orders: 4, shop: 4_400, till: 0, heldAmount: 3_200, waitingAmount: 1_200, shopVat: 333 + 200 + 33 });
  expect(rates.map(({ rate, shop }) => [rate, shop])).toEqual([
    ["20", 3_200],
    ["5", 700],
    ["0", 500],
  ]);
  expect(judgeSides(total)).toBe("open");
});

test("an order that was never read is counted, with no money", async () => {
  await inTransaction((tx) => markOrders(tx, { id: shopId, posId }, [{ orderId: "1" as ShopOrderId }]));
  await db.$executeRaw`update order_lane set hinted_at = '2026-07-04T10:00:00Z'`;
  expect((await read()).total).toMatchObject({ orders: 1, waiting: 1, shop: 0 });
  expect(await count({ what: "waiting", store: "none" })).toMatchObject({ orders: 1 });
});

test("pennies of VAT are shown where the two sides round apart", async () => {
  await cross({
    lines: [
      { listed: 1_000, rate: "20", tax: 167 },
      { listed: 1_003, rate: "20", tax: 168 },
    ],
  });
  await cross({ lines: [{ listed: 1_200, rate: "20" }] });
  const { total } = await read();
  expect(total).toMatchObject({ shopVat: 535, tillVat: 534, rounding: -1, rounded: 1 });
  expect(judgeSides(total)).toBe("tied");
  expect(await count({ what: "rounding" })).toMatchObject({ orders: 1, money: [{ shopVat: 335, tillVat: 334 }] });
});

test("cancelled on both sides is no order, cancelled after it was handed over is at the till alone", async () => {
  const both = await cross({ lines: [{ listed: 1_000, rate: "20" }] });
  await keep({ ...both.order, cancelledAt: "2026-07-04T11:00:00.000Z", total: minor(0), lines: [] }, "done", "confirmed");
  const late = await cross({ lines: [{ listed: 1_200, rate: "20" }] });
  await keep({ ...late.order, cancelledAt: "2026-07-04T11:00:00.000Z", total: minor(0), lines: [] }, "held", "held");
  const { total, void: left } = await read();
  expect(left).toBe(1);
  expect(total).toMatchObject({ orders: 1, held: 1, shop: 0, till: 1_200, tillVat: 200, tillOfOpen: 1_200 });
  expect(unexplained(total)).toBe(0);
  expect(await count({ what: "void" })).toMatchObject({ orders: 1, money: null });
});

test("an order changed after it crossed: the shop's new worth, the till's old", async () => {
  const { order } = await cross({
    lines: [
      { listed: 1_000, rate: "20" },
      { listed: 600, rate: "5", at: ["18"] },
    ],
  });
  await keep({ ...order, total: minor(600), lines: order.lines.slice(1) }, "held", "held");
  const { total, rates } = await read();
  expect(total).toMatchObject({ shop: 600, till: 1_600, heldAmount: 600, tillOfOpen: 1_600 });
  expect(unexplained(total)).toBe(0);
  expect(rates.map(({ rate, shop, till }) => [rate, shop, till])).toEqual([
    ["20", 0, 1_000],
    ["5", 600, 600],
  ]);
});

test("a confirmed order that is worth something else now is never called tied", async () => {
  const { order } = await cross({ lines: [{ listed: 1_000, rate: "20" }] });
  await keep({ ...order, total: minor(1_001) }, "done", "confirmed");
  const { total } = await read();
  expect(unexplained(total)).toBe(1);
  expect(judgeSides(total)).toBe("unexplained");
});

test("money in another currency is named, not added", async () => {
  await hold({ lines: [{ listed: 1_000, rate: "20" }], currency: "EUR" });
  await cross({ lines: [{ listed: 1_200, rate: "20" }] });
  const { total, elsewhere } = await read();
  expect(total.orders).toBe(1);
  expect(elsewhere).toEqual([{ currency: "EUR", orders: 1, amount: 1_000 }]);
  expect(await count({ what: "counted", currency: "EUR" })).toMatchObject({ orders: 1 });
});

test("causes come with what hangs on each of them, and their orders are the list", async () => {
  const both = await hold({ lines: [{ listed: 1_000, rate: "20" }] });
  const one = await hold({ lines: [{ listed: 700, rate: "20" }] });
  const elder = await hold({ lines: [{ listed: 9_000, rate: "20" }], placedAt: "2026-06-04T10:00:00.000Z" });
  const cause = (entity: string) =>
    db.cause.create({ data: { connectionId: shopId, kind: "sku-unknown", entity, evidence: {}, ownerRole: "ops", slaAt: new Date() } });
  const [a, b] = [await cause("A"), await cause("B")];
  const exception = (causeId: string, { id }: ShopOrder, state = "held") =>
    db.exception.create({ data: { causeId, shopId, entity: "order", key: id, label: id, state } });
  for (const held of [exception(a.id, both), exception(b.id, both), exception(a.id, one, "set-aside"), exception(a.id, elder)]) await held;
  const holding = await listHolding({ id: shopId, currency: "GBP" }, day);
  expect(holding).toMatchObject([
    { entity: "A", orders: 2, amount: 1_700, others: 1 },
    { entity: "B", orders: 1, amount: 1_000, others: 1 },
  ]);
  for (const { id, orders, amount } of holding)
    expect(await count({ what: "held", cause: id })).toMatchObject({ orders, amounts: [{ currency: "GBP", amount }] });
});

const line = fc.record({
  listed: fc.integer({ min: 0, max: 50_000 }),
  rate: fc.constantFrom("0", "5", "20"),
  at: fc.constantFrom(["17"], ["18"], ["17", "18"]),
});
const days = fc.constantFrom("2026-07-02T22:30:00.000Z", "2026-07-02T23:30:00.000Z", "2026-07-04T12:00:00.000Z");
const some = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  placedAt: days,
  taxesIncluded: fc.boolean(),
  how: fc.constantFrom("cross", "hold", "wait"),
});

test("every number of a hundred orders opens exactly its orders, and all of it adds up to what the orders say", async () => {
  const tillVat: number[] = [];
  let worth = 0;
  for (const { how, ...made } of fc.sample(some, { numRuns: 100, seed: 7 })) {
    if (how === "cross") {
      const { order, drafts } = await cross(made);
      worth += order.total;
      tillVat.push(...drafts.flatMap(({ rows }) => rows.map(vatAtPos)));
    } else worth += (await (how === "hold" ? hold : wait)(made)).total;
  }
  const finance = await read();
  const { total } = finance;
  expect(total).toMatchObject({ orders: 100, shop: worth, tillVat: sum(tillVat.map(minor)) });
  expect(unexplained(total)).toBe(0);
  expect(bridgeOf(total).at(-1)).toMatchObject({ what: "crossed", amount: total.till });

  const cells = finance.days.flatMap(({ day: on, stores, ...sides }) => [
    { at: { from: on, to: on }, sides },
    ...stores.flatMap(({ place: store, rates, ...inside }) => [
      { at: { from: on, to: on, store }, sides: inside },
      ...rates.map(({ rate, ...part }) => ({ at: { from: on, to: on, store, rate: rate ?? "none" }, sides: part })),
    ]),
  ]);
  expect(cells.length).toBeGreaterThan(20);
  for (const { at, sides } of cells) {
    const listed = async (what: MoneyState) => {
      const { orders, money } = await count({ ...at, what });
      const page = await listOrders(OrderFilter.parse({ shop: shopId, ...at, what }), null, 200);
      expect(page.orders).toHaveLength(orders);
      return { orders, shop: money?.[0]?.shop ?? 0, till: money?.[0]?.till ?? 0, tillVat: money?.[0]?.tillVat ?? 0 };
    };
    expect(await listed("counted")).toMatchObject({ orders: sides.orders, shop: sides.shop, till: sides.till });
    expect(await listed("crossed")).toMatchObject({ orders: sides.crossed, till: sides.till, tillVat: sides.tillVat });
    expect(await listed("held")).toMatchObject({ orders: sides.held, shop: sides.heldAmount });
    expect(await listed("waiting")).toMatchObject({ orders: sides.waiting, shop: sides.waitingAmount });
    expect((await listed("rounding")).orders).toBe(sides.rounded);
  }
}, 120_000);

test("the file holds what the page shows, as numbers, and no formula", async () => {
  await cross({ lines: [{ listed: 2_001, rate: "20", at: ["17", "18"] }] });
  await hold({ lines: [{ listed: 1_200, rate: "5", at: ["18"] }] });
  const finance = await read();
  const lines = parse(writeFinanceCsv(finance, "GBP"), { bom: true, columns: true }) as Record<string, string>[];
  expect(
    lines
      .filter(({ vat_rate }) => vat_rate === "all")
      .map(({ day: on, store, orders, shop_gross, till_gross, held, verdict }) => [
        on,
        store,
        orders,
        shop_gross,
        till_gross,
        held,
        verdict,
      ]),
  ).toEqual([
    ["2026-07-04", "'=York", "2", "22.00", "10.00", "12.00", "open"],
    ["2026-07-04", "Leeds", "1", "10.01", "10.01", "0.00", "tied"],
    ["2026-07-04", "All stores", "2", "32.01", "20.01", "12.00", "open"],
    ["All days", "All stores", "2", "32.01", "20.01", "12.00", "open"],
  ]);
  const rates = lines.filter(({ day: on, vat_rate }) => on === "All days" && vat_rate !== "all");
  expect(rates.map(({ vat_rate, shop_vat }) => [vat_rate, shop_vat])).toEqual(
    finance.rates.map(({ rate, shopVat }) => [`${rate} %`, toAmount(shopVat, "GBP")]),
  );
});
