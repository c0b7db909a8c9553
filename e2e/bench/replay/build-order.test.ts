import fc from "fast-check";
import { expect, test } from "vitest";

import { buildOrder } from "./build-order";
import { classify } from "./classify";
import type { Invoice, InvoiceLine } from "./read-invoices";
import type { WebOrder } from "./web-order";

const line = (code: string, quantity: number, unitPrice: string): InvoiceLine => ({ code, description: code, quantity, unitPrice });
function built(id: string, lines: InvoiceLine[], country = "United Kingdom", customerId: string | null = null): WebOrder | null {
  const invoice: Invoice = { id, at: 0, customerId, country, lines };
  const classified = classify(invoice);
  return classified.kind === "order" ? buildOrder(invoice, classified.sale) : null;
}
const order = (...args: Parameters<typeof built>): WebOrder => {
  const made = built(...args);
  if (!made) throw new Error("no order");
  return made;
};
const listed = ({ lines }: WebOrder) => lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
const off = ({ lines }: WebOrder) => lines.flatMap(({ discounts }) => discounts).reduce((total, { amount }) => total + amount, 0);

test("even numbers include VAT, odd ones have it on top; shipping is taxed like goods", () => {
  const lines = [line("10A", 2, "6.00"), line("POST", 1, "3.00")];
  const even = order("536366", lines);
  expect([even.taxesIncluded, even.lines[0]!.tax, even.shippingLines[0]!.tax, even.total]).toEqual([true, 200, 50, 1_500]);
  const odd = order("536367", lines);
  expect([odd.taxesIncluded, odd.lines[0]!.tax, odd.shippingLines[0]!.tax, odd.total]).toEqual([false, 240, 60, 1_800]);
  expect(order("536367", lines, "Norway").total).toBe(1_500);
});

test("discounts by number: every 7th a tenth, every 11th on one line, every 97th everything but the shipping", () => {
  const lines = [line("10A", 1, "10.00"), line("10B", 3, "0.99"), line("POST", 1, "5.00")];
  expect(order("7", lines).lines.map(({ discounts }) => discounts)).toEqual([
    [{ kind: "percentage", amount: 100 }],
    [{ kind: "percentage", amount: 30 }],
  ]);
  expect(order("22", lines).lines.map(({ discounts }) => discounts)).toEqual([[{ kind: "line", amount: 150 }], []]);
  expect(order("77", lines).lines[0]!.discounts).toEqual([
    { kind: "line", amount: 150 },
    { kind: "percentage", amount: 85 },
  ]);
  const free = order("97", lines, "Norway");
  expect([off(free), free.total]).toEqual([listed(free), 500]);
  expect(order("1", lines).lines.flatMap(({ discounts }) => discounts)).toEqual([]);
});

test("an amount off the order is shared by the lines, and what they cannot take by the shipping", () => {
  const made = order("194", [line("10A", 1, "10.00"), line("POST", 1, "5.00"), line("D", -1, "12.00")]);
  expect(made.shippingLines[0]!.discount).toBe(500);
  expect(made.total).toBe(0);
  const shared = order("2", [line("10A", 1, "10.00"), line("10B", 1, "5.00"), line("D", -1, "3.00")]);
  expect(shared.lines.map(({ discounts }) => discounts)).toEqual([[{ kind: "fixed", amount: 200 }], [{ kind: "fixed", amount: 100 }]]);
});

test("every 5th is collected, every 41st comes from two places, one line from both", () => {
  const lines = [line("10A", 1, "1"), line("10B", 3, "1"), line("10C", 2, "1")];
  expect(order("1", lines).fulfilments).toMatchObject([{ place: "web", method: "SHIPPING" }]);
  expect(order("535", lines).fulfilments).toMatchObject([{ place: "store-3", method: "PICK_UP" }]);
  expect(order("82", lines).fulfilments).toEqual([
    {
      place: "store-2",
      method: "SHIPPING",
      lines: [
        { line: 0, quantity: 1 },
        { line: 1, quantity: 2 },
        { line: 2, quantity: 2 },
      ],
    },
    { place: "web", method: "SHIPPING", lines: [{ line: 1, quantity: 1 }] },
  ]);
  expect(order("205", lines).fulfilments.map(({ method }) => method)).toEqual(["PICK_UP", "SHIPPING"]);
  expect(order("41", [line("10A", 1, "1")]).fulfilments).toHaveLength(1);
});

test("people are invented from the customer's number, guests from the invoice's", () => {
  const lines = [line("10A", 1, "1")];
  expect(order("1", lines, "EIRE", "17850").customer).toEqual(order("2", lines, "EIRE", "17850").customer);
  expect(order("1", lines, "EIRE", "17850").customer).toMatchObject({ email: "customer-17850@example.com", isGuest: false });
  expect(order("A1", lines).customer).toMatchObject({ email: "guest-a1@example.com", isGuest: true });
});

const anyLine = fc.record({
  code: fc.constantFrom("10A", "10a", "85123A", "M", "POST", "DOT", "C2", "D", "BANK CHARGES"),
  description: fc.constantFrom("", "MUG"),
  quantity: fc.oneof(fc.integer({ min: -20, max: 60 }), fc.constant(80_995)),
  unitPrice: fc.oneof(
    fc.integer({ min: 0, max: 99_999 }).map((pence) => (pence / 100).toFixed(2)),
    fc.constantFrom("0", "0.001", "2.955", "38970"),
  ),
});
const anyInvoice = fc.record({
  id: fc.oneof(fc.integer({ min: 1, max: 600_000 }).map(String), fc.constantFrom("97", "679", "287", "1435", "A563185")),
  at: fc.constant(0),
  customerId: fc.constantFrom(null, "17850"),
  country: fc.constantFrom("United Kingdom", "EIRE", "Norway", "Unspecified"),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 40 }),
});

test("whatever the invoice, its order adds up to the penny and every unit has a place", () => {
  let orders = 0;
  fc.assert(
    fc.property(anyInvoice, ({ id, lines, country, customerId }) => {
      const made = built(id, lines, country, customerId);
      if (!made) return;
      orders++;
      const shipping = made.shippingLines.reduce((total, { price, discount }) => total + price - discount, 0);
      const tax = [...made.lines, ...made.shippingLines].reduce((total, each) => total + each.tax, 0);
      expect(made.total).toBe(listed(made) - off(made) + shipping + (made.taxesIncluded ? 0 : tax));
      for (const { quantity, unitPrice, discounts, tax: own } of made.lines) {
        const paid = quantity * unitPrice - discounts.reduce((total, { amount }) => total + amount, 0);
        expect(paid).toBeGreaterThanOrEqual(0);
        const exact = made.taxesIncluded ? (paid * made.taxRate) / (100 + made.taxRate) : (paid * made.taxRate) / 100;
        expect(Math.abs(own - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
      for (const { price, discount } of made.shippingLines) expect(discount).toBeLessThanOrEqual(price);
      const placed = made.lines.map(() => 0);
      for (const { lines: units } of made.fulfilments) for (const { line: at, quantity } of units) placed[at]! += quantity;
      expect(placed).toEqual(made.lines.map(({ quantity }) => quantity));
      expect(made.fulfilments.every(({ lines: units }) => units.length > 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(orders).toBeGreaterThan(100);
});
