import { describe, expect, test } from "vitest";

import type { Sku, WarehouseId } from "../ids";
import { minor } from "../money";
import { compareLinked, judgeLinked, linkedDraft, sayDifference, webRowsOf, whyNotLinked } from "./linked-order";
import type { OrderContext } from "./order-context";
import { planOrder } from "./plan-order";
import type { PosOrder } from "./pos-order";
import { testOrder } from "./test-trace";

const context: OrderContext = {
  shop: { code: "DMO", name: "Shop", dueWhen: "paid", reserveDays: 14 },
  pos: { currency: "GBP", rates: new Set(["20"]) },
  now: Date.parse("2026-11-21T10:05:00Z"),
  product: (sku) => (sku === "MUG" ? { state: "known", sku: "T-MUG" as Sku, title: "Mug" } : { state: "unknown" }),
  warehouse: () => "1" as WarehouseId,
  service: () => "SHIPPING" as Sku,
  corrections: () => [],
};
const row = { sku: "T-MUG", quantity: 2, gross: minor(2_400), net: minor(2_000), vat: minor(400), rate: "20" };
const till = (more: Partial<PosOrder> = {}): PosOrder => ({
  id: "20177",
  externalId: null,
  state: "open",
  warehouseId: "2" as WarehouseId,
  webOrderId: null,
  currency: "GBP",
  total: minor(2_400),
  reservedUntil: null,
  rows: [row],
  ...more,
});

test.each([
  [till(), null],
  [till({ state: "closed" }), null],
  [till({ state: "cancelled" }), "Order S-99 was cancelled at the till."],
  [till({ state: "abandoned" }), "Order S-99 was cancelled at the till."],
  [till({ total: minor(-2_400) }), "Order S-99 is a refund."],
  [till({ currency: "SEK" }), "Order S-99 is in SEK, the web order in GBP."],
  [till({ rows: [] }), "Order S-99 has no rows."],
  [till({ webOrderId: "5550009" }), "Order S-99 was made for another web order."],
  [till({ webOrderId: "5550001" }), null],
])("an order of the till that cannot be meant: %#", (there, said) => {
  expect(whyNotLinked(testOrder(), there, "S-99")).toBe(said);
});

test("a cancelled web order is linked to nothing", () => {
  expect(whyNotLinked(testOrder({ cancelledAt: "2026-11-21T10:00:00Z" }), till(), "S-99")).toMatch("is cancelled");
});

describe("side by side", () => {
  test("the same under the till's code", () => {
    expect(compareLinked(testOrder(), till(), context)).toEqual({
      totals: { web: 2_400, till: 2_400, currency: "GBP" },
      rows: [{ title: "Mug", sku: "T-MUG", web: { quantity: 2, paid: 2_400 }, till: { quantity: 2, paid: 2_400 } }],
      isEqual: true,
    });
  });

  test("another quantity, and a product that the other side does not have", () => {
    const other = { ...row, sku: "T-BAG", quantity: 1 };
    const sides = compareLinked(
      testOrder(),
      till({ total: minor(3_600), rows: [{ ...row, quantity: 1, gross: minor(1_200) }, other] }),
      context,
    );
    expect(sides.isEqual).toBe(false);
    expect(sides.rows).toMatchObject([
      { sku: "T-MUG", web: { quantity: 2 }, till: { quantity: 1 } },
      { sku: "T-BAG", web: null, till: { quantity: 1 } },
    ]);
    expect(sayDifference(sides)).toBe("36.00 GBP at the till, 24.00 GBP online");
    expect(sayDifference({ ...sides, totals: { ...sides.totals, till: 2_400 } })).toBe("the same total for other products");
  });

  test("a product that is unknown at the till stands under the shop's name for it", () => {
    const lost = testOrder({ lines: [{ ...testOrder().lines[0]!, sku: "LOST" as Sku, title: "Lost mug" }] });
    expect(compareLinked(lost, till(), context).rows.map(({ title, web, till: there }) => [title, web !== null, there !== null])).toEqual([
      ["Lost mug", true, false],
      ["T-MUG", false, true],
    ]);
  });
});

describe("what is stored for it", () => {
  test("the key it would have had, the till's rows and place, and the shop's own tax where a row is the same", () => {
    const draft = linkedDraft(testOrder(), till(), context);
    expect(draft).toMatchObject({ externalId: "DMO-5550001", warehouseId: "2", locationId: "17", webOrderId: "5550001", email: "" });
    expect(draft.rows).toMatchObject([{ sku: "T-MUG", title: "Mug", quantity: 2, gross: 2_400, shopTax: 400, shopLineId: "l1" }]);
  });

  test("read back it agrees, with cash rounding and another external id as well; a change at the till does not", () => {
    for (const there of [till(), till({ externalId: "S-99" }), till({ total: minor(2_405) })])
      expect(judgeLinked(linkedDraft(testOrder(), there, context), there)).toEqual([]);
    const draft = linkedDraft(testOrder(), till(), context);
    expect(judgeLinked(draft, till({ state: "cancelled" }))).toEqual([{ field: "state", ours: "open", theirs: "cancelled" }]);
    expect(judgeLinked(draft, till({ total: minor(1_200), rows: [{ ...row, quantity: 1 }] })).map(({ field }) => field)).toEqual([
      "total",
      "quantity of T-MUG",
    ]);
  });
});

describe("the plan", () => {
  const sentFor = (order = testOrder()) => [
    { draft: linkedDraft(order, till(), context), posOrderId: "20177", webRows: webRowsOf(order, context) },
  ];

  test("an order entered by hand is there, whatever would have held it", () => {
    expect(planOrder(testOrder(), context, sentFor())).toEqual({ verdict: "unchanged" });
    const unknown = { ...context, product: () => ({ state: "unknown" as const }), warehouse: () => null };
    expect(planOrder(testOrder(), unknown, sentFor())).toEqual({ verdict: "unchanged" });
    expect(planOrder(testOrder({ total: minor(1), allocations: [] }), context, sentFor()).verdict).toBe("unchanged");
  });

  test("a web order that is changed afterwards is for a person, and never sent", () => {
    const [line] = testOrder().lines;
    const plan = planOrder(
      testOrder({ lines: [{ ...line!, quantity: 3, listed: minor(3_600) }], total: minor(3_600) }),
      context,
      sentFor(),
    );
    expect(plan).toMatchObject({ verdict: "held", causes: [{ kind: "changed-after-import", detail: { value: "Mug: 2 became 3" } }] });
  });

  test("cancelled in the shop it is cancelled at the till", () => {
    expect(planOrder(testOrder({ cancelledAt: "2026-11-21T10:00:00Z" }), context, sentFor()).verdict).toBe("cancel");
  });
});
