import { describe, expect, test } from "vitest";

import type { LocationId, Sku, WarehouseId } from "../ids";
import { addVat, minor } from "../money";
import type { OrderContext, ProductAtPos } from "./order-context";
import { planOrder } from "./plan-order";
import type { ShopOrder, ShopOrderLine } from "./shop-order";

const leeds = "17" as LocationId;
const york = "18" as LocationId;

const line = (sku: string | null, listed: number, more: Partial<ShopOrderLine> = {}): ShopOrderLine => ({
  id: `line-${sku ?? "custom"}`,
  sku: sku as Sku | null,
  title: `Title of ${sku ?? "custom"}`,
  quantity: 1,
  listed: minor(listed),
  discount: minor(0),
  taxes: [{ rate: "20", amount: minor(Math.round(listed / 6)) }],
  isGiftCard: false,
  ...more,
});

function order(lines: ShopOrderLine[], more: Partial<ShopOrder> = {}): ShopOrder {
  const paid = lines.reduce((total, { listed, discount }) => total + listed - discount, 0);
  return {
    id: "5550001" as ShopOrder["id"],
    name: "#1001",
    version: "1",
    placedAt: "2026-11-20T10:00:00Z",
    cancelledAt: null,
    isTest: false,
    isBornInPos: false,
    payment: "paid",
    currency: "GBP",
    taxesIncluded: true,
    total: minor(paid),
    email: "kim@example.com",
    firstName: "Kim",
    lastName: "Berg",
    phone: "",
    billing: null,
    shipping: { name: "Kim Berg", street: "1 Mill Lane", street2: "", zip: "LS1 4AB", city: "Leeds", country: "GB", phone: "" },
    lines,
    shippingLines: [],
    allocations: [
      {
        locationId: leeds,
        locationName: "Leeds",
        method: "shipping",
        lines: lines.map(({ id, quantity }) => ({ lineId: id, quantity, remaining: quantity })),
      },
    ],
    payments: [],
    ...more,
  };
}

function context(more: Partial<OrderContext> = {}): OrderContext {
  return {
    shop: { code: "UK1", name: "Shop", dueWhen: "paid", reserveDays: 14 },
    pos: { currency: "GBP", rates: new Set(["0", "5", "20"]) },
    now: Date.parse("2026-11-20T10:05:00Z"),
    product: (sku): ProductAtPos => ({ state: "known", sku, title: sku }),
    warehouse: (location) => ({ [leeds]: "3", [york]: "4" })[location] as WarehouseId,
    service: (what) => `SVC-${what}` as Sku,
    corrections: () => [],
    ...more,
  };
}

const drafts = (plan: ReturnType<typeof planOrder>) => {
  if (plan.verdict !== "goes") throw new Error(`the plan is ${JSON.stringify(plan)}`);
  return plan.drafts;
};
const held = (plan: ReturnType<typeof planOrder>) =>
  plan.verdict === "held" ? plan.causes.map(({ kind, entity }) => `${kind}:${entity}`) : plan.verdict;

describe("what goes", () => {
  test("one location, one order, under a key made of shop and order", () => {
    const [draft, ...more] = drafts(planOrder(order([line("A", 1200)]), context()));
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      externalId: "UK1-5550001",
      warehouseId: "3",
      payments: [{ amount: 1200 }],
      reservedUntil: "2026-12-04T10:05:00.000Z",
    });
    expect(draft?.rows).toMatchObject([{ sku: "A", quantity: 1, gross: 1200, discount: 0, rate: "20", shopTax: 200 }]);
  });

  test("a mapped product goes under the till's code", () => {
    const [draft] = drafts(
      planOrder(order([line("A", 1200)]), context({ product: () => ({ state: "known", sku: "S-A" as Sku, title: "A" }) })),
    );
    expect(draft?.rows[0]?.sku).toBe("S-A");
  });

  test("an order that is collected carries no delivery address", () => {
    const address = { name: "", street: "1 High St", street2: "", zip: "LS1 4AB", city: "Leeds", country: "GB", phone: "" };
    const pickup = order([line("A", 600)], { shipping: address });
    const collected = { ...pickup, allocations: pickup.allocations.map((one) => ({ ...one, method: "pickup" as const })) };
    expect(drafts(planOrder(pickup, context()))[0]?.delivery).toEqual(address);
    expect(drafts(planOrder(collected, context()))[0]?.delivery).toBeNull();
  });

  test("two locations: an order each, shipping with the first, sums to the penny", () => {
    const split = order([line("A", 1000, { quantity: 3, taxes: [{ rate: "20", amount: minor(167) }] })], {
      shippingLines: [{ id: "s", title: "Post", listed: minor(395), discount: minor(0), taxes: [{ rate: "20", amount: minor(66) }] }],
      total: minor(1395),
      allocations: [
        { locationId: york, locationName: "York", method: "shipping", lines: [{ lineId: "line-A", quantity: 1, remaining: 1 }] },
        { locationId: leeds, locationName: "Leeds", method: "shipping", lines: [{ lineId: "line-A", quantity: 2, remaining: 2 }] },
      ],
    });
    const [first, second] = drafts(planOrder(split, context()));
    expect([first?.externalId, second?.externalId]).toEqual(["UK1-5550001", "UK1-5550001-2"]);
    expect(first?.rows.map(({ sku, quantity, gross }) => [sku, quantity, gross])).toEqual([
      ["A", 2, 667],
      ["SVC-shipping", 1, 395],
    ]);
    expect(second?.rows.map(({ sku, quantity, gross }) => [sku, quantity, gross])).toEqual([["A", 1, 333]]);
  });

  test("prices without tax become gross: net and the shop's tax for the line", () => {
    const net = order([line("A", 999, { taxes: [{ rate: "20", amount: minor(200) }] })], { taxesIncluded: false, total: minor(1199) });
    expect(drafts(planOrder(net, context()))[0]?.rows[0]).toMatchObject({ gross: 1199, shopTax: 200 });
  });

  test("without tax in the prices, the last row takes the order's rounding", () => {
    const lines = ["A", "B"].map((sku) => line(sku, 333, { taxes: [{ rate: "20", amount: minor(67) }] }));
    const plan = planOrder(order(lines, { taxesIncluded: false, total: minor(799) }), context());
    expect(drafts(plan)[0]?.rows.map(({ gross }) => gross)).toEqual([400, 399]);
  });

  test("a discount without tax is grossed up", () => {
    const net = order([line("A", 1000, { discount: minor(100), taxes: [{ rate: "20", amount: minor(180) }] })], {
      taxesIncluded: false,
      total: minor(1080),
    });
    expect(drafts(planOrder(net, context()))[0]?.rows[0]).toMatchObject({ gross: 1200, discount: addVat(100, "20") });
  });

  test("100 % off, free lines and free shipping are legal", () => {
    const free = order([line("A", 500, { discount: minor(500), taxes: [{ rate: "20", amount: minor(0) }] }), line("B", 0, { taxes: [] })], {
      shippingLines: [{ id: "s", title: "Collect", listed: minor(0), discount: minor(0), taxes: [] }],
    });
    expect(drafts(planOrder(free, context()))[0]?.rows).toHaveLength(2);
  });

  test("a penny between the two ways to round is recorded, not held", () => {
    const plan = planOrder(
      order([
        line("A", 1000, { taxes: [{ rate: "20", amount: minor(167) }] }),
        line("B", 1000, { taxes: [{ rate: "20", amount: minor(166) }] }),
      ]),
      context(),
    );
    expect(plan).toMatchObject({ verdict: "goes", rounding: [{ rate: "20", shop: 333, pos: 334 }] });
  });
});

test.each([
  [43, "goes"],
  [42, "goes"],
  [44, "held"],
  [41, "held"],
] as const)("255 at 20 %% holds 42.5 of VAT: %i %s", (tax, verdict) => {
  expect(planOrder(order([line("A", 255, { taxes: [{ rate: "20", amount: minor(tax) }] })]), context()).verdict).toBe(verdict);
});

describe("what waits or is not for us", () => {
  test.each([
    ["pending", "paid", "It is not paid yet"],
    ["authorized", "paid", "It is not paid yet"],
    ["voided", "any", "Its payment did not happen"],
  ] as const)("%s under the rule %s", (payment, dueWhen, reason) => {
    expect(planOrder(order([line("A", 600)], { payment }), context({ shop: { ...context().shop, dueWhen } }))).toEqual({
      verdict: "waiting",
      reason,
    });
  });

  test("authorised is enough where the shop says so", () => {
    expect(
      planOrder(order([line("A", 600)], { payment: "authorized" }), context({ shop: { ...context().shop, dueWhen: "authorized" } }))
        .verdict,
    ).toBe("goes");
  });

  test.each([
    [{ isTest: true }, "It is a test order"],
    [{ isBornInPos: true }, "It was made at the till"],
    [{ cancelledAt: "2026-11-20T10:01:00Z" }, "It was cancelled before it reached the till"],
  ])("%o", (more, reason) => {
    expect(planOrder(order([line("A", 600)], more), context())).toEqual({ verdict: "skipped", reason });
  });

  test("everything refunded before it crossed", () => {
    expect(planOrder(order([line("A", 0, { quantity: 0 })]), context())).toEqual({
      verdict: "skipped",
      reason: "Nothing is left to deliver",
    });
  });
});

describe("what is held", () => {
  const unknown = (...skus: string[]) =>
    context({ product: (sku) => (skus.includes(sku) ? { state: "unknown" } : { state: "known", sku, title: sku }) });

  test("an unknown product, once, however many lines name it", () => {
    const lines = [line("A", 600), line("B", 600), line("B", 600, { id: "again" })];
    expect(held(planOrder(order(lines), unknown("B")))).toEqual(["sku-unknown:B"]);
  });

  test("two wrong things are two causes", () => {
    expect(held(planOrder(order([line("A", 600), line("B", 600)]), unknown("A", "B")))).toEqual(["sku-unknown:A", "sku-unknown:B"]);
  });

  test("case and spaces make another product", () => {
    expect(held(planOrder(order([line("abc ", 600)]), unknown("abc ")))).toEqual(["sku-unknown:abc "]);
  });

  test("an unmapped location, and none at all, are not guessed", () => {
    expect(held(planOrder(order([line("A", 600)]), context({ warehouse: () => null })))).toEqual(["location-unmapped:17"]);
    expect(held(planOrder(order([line("A", 600)], { allocations: [] }), context()))).toEqual(["order-without-location:5550001"]);
  });

  test("a line without a code that nobody mapped", () => {
    expect(held(planOrder(order([line(null, 600, { title: "Gift wrap" })]), context({ service: () => null })))).toEqual([
      "line-without-product:Gift wrap",
    ]);
  });

  test("a rate the till does not know is never booked as another", () => {
    expect(held(planOrder(order([line("A", 1250, { taxes: [{ rate: "25", amount: minor(250) }] })]), context()))).toEqual([
      "rate-unknown:25",
    ]);
  });

  test("lines that do not come to the total", () => {
    expect(held(planOrder(order([line("A", 600)], { total: minor(601) }), context()))).toEqual(["totals-differ:5550001"]);
  });

  test("tax on top of prices that contain it: the tax mode", () => {
    const wrong = order([line("A", 12000, { taxes: [{ rate: "20", amount: minor(2400) }] })]);
    expect(held(planOrder(wrong, context()))).toEqual(["vat-differs:tax-mode:20"]);
  });

  test("another currency, and a quantity nobody can mean", () => {
    expect(held(planOrder(order([line("A", 600)], { currency: "SEK" }), context()))).toEqual(["currency-differs:SEK"]);
    expect(held(planOrder(order([line("A", 600, { quantity: 2_000_000 })]), context()))).toEqual(["quantity-absurd:5550001"]);
  });
});

describe("what was sent before", () => {
  const sentAs = (one: ShopOrder) => drafts(planOrder(one, context())).map((draft, index) => ({ draft, posOrderId: String(100 + index) }));

  test("nothing changed: nothing to do, also when a mapping did", () => {
    const before = order([line("A", 600)]);
    expect(planOrder(before, context(), sentAs(before))).toEqual({ verdict: "unchanged" });
    expect(planOrder(before, context({ product: () => ({ state: "known", sku: "other" as Sku, title: "" }) }), sentAs(before))).toEqual({
      verdict: "unchanged",
    });
  });

  test("an unclear answer: the same is sent again", () => {
    const before = order([line("A", 600)]);
    const unclear = sentAs(before).map(({ draft }) => ({ draft, posOrderId: null }));
    expect(planOrder(before, context(), unclear).verdict).toBe("goes");
  });

  test("changed afterwards: an exception that says what", () => {
    const before = order([line("A", 600), line("B", 300)]);
    const after = order([line("A", 1200, { quantity: 2 })]);
    const plan = planOrder(after, context(), sentAs(before));
    expect(held(plan)).toEqual(["changed-after-import:5550001"]);
    expect(plan.verdict === "held" && plan.causes[0]?.evidence.changes).toEqual(["Title of A: 1 became 2", "Title of B was taken out"]);
  });

  test("cancelled afterwards: cancelled there too", () => {
    const before = order([line("A", 600)]);
    expect(planOrder({ ...before, cancelledAt: "2026-11-20T11:00:00Z" }, context(), sentAs(before)).verdict).toBe("cancel");
  });

  test("paid back afterwards does not make it undue", () => {
    const before = order([line("A", 600)]);
    expect(planOrder({ ...before, payment: "voided" }, context(), sentAs(before))).toEqual({ verdict: "unchanged" });
  });
});

describe("facts that people correct", () => {
  const address = { name: "Kim Berg", street: "1 Mill Lane", street2: "", zip: "", city: "Leeds", country: "GB", phone: "" };
  const parcel = order([line("A", 1200)], { shipping: address });
  const zip = { fact: "shipping.zip" as const, was: "", value: "LS1 4AB", label: "" };

  test("an order to be delivered without a postcode is held, and names it", () => {
    expect(planOrder(parcel, context())).toMatchObject({
      verdict: "held",
      causes: [{ kind: "order-incomplete", entity: "5550001", detail: { field: "Postcode", value: "missing" } }],
    });
  });

  test("with the correction it goes, and the till gets it", () => {
    expect(drafts(planOrder(parcel, context({ corrections: () => [zip] })))[0]?.delivery?.zip).toBe("LS1 4AB");
  });

  test("corrections are of one order", () => {
    const corrections = (id: string) => (id === "5550002" ? [zip] : []);
    expect(held(planOrder(parcel, context({ corrections })))).toEqual(["order-incomplete:5550001"]);
  });

  test("a store chosen by a person is as good as one of the shop", () => {
    const nowhere = order([line("A", 1200)], { allocations: [] });
    const chosen = { fact: "location" as const, was: "", value: york, label: "York" };
    expect(drafts(planOrder(nowhere, context({ corrections: () => [chosen] })))).toMatchObject([{ locationId: york, warehouseId: "4" }]);
  });

  test("what is at the till already is not held for what it lacks", () => {
    const sent = drafts(planOrder(order([line("A", 1200)]), context())).map((draft) => ({ draft, posOrderId: "100" }));
    expect(planOrder(parcel, context(), sent)).toEqual({ verdict: "unchanged" });
  });
});
