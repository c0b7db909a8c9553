import { describe, expect, test } from "vitest";

import { sayCause } from "../exceptions/verdict";
import type { LocationId, Sku } from "../ids";
import { someLine, someOrder } from "../prices/test-prices";
import { sayRoute } from "./route";
import { type RoutingFacts, type RoutingRule, routeOrder, withUnitsTaken } from "./route-order";
import type { Allocation, ShopOrder } from "./shop-order";

const now = Date.parse("2026-11-27T14:02:00Z");
const ids = Object.fromEntries(Object.entries({ Leeds: "17", York: "18", Bath: "19" }).map(([name, id]) => [name, id as LocationId]));
const lines = [someLine("A", 1200, { quantity: 2 }), someLine("B", 1200), someLine(null, 100)];
const parts = lines.map(({ id, quantity }) => ({ lineId: id, quantity, remaining: quantity }));
const nowhere = (more: Partial<Allocation> = {}): ShopOrder =>
  someOrder(lines, { allocations: [{ locationId: null, locationName: "", method: "shipping", lines: parts, ...more }] });

function facts(stock: Record<string, Record<string, number>>, rule: Partial<RoutingRule> = {}): RoutingFacts {
  return {
    rule: { when: "stock", chosen: "", preferred: [], ...rule },
    zone: "Europe/London",
    places: Object.keys(ids).map((name) => ({ locationId: ids[name]!, name, isOpen: name !== "Bath" })),
    sellable: (location, sku) => stock[Object.keys(ids).find((name) => ids[name] === location) ?? ""]?.[sku] ?? 0,
  };
}
const both = { A: 5, B: 5 };
const routed = (order: ShopOrder, how?: RoutingFacts) => routeOrder(order, how, now, []);

describe("who has chosen keeps the choice", () => {
  test("an order with a place is not looked at", () => {
    const order = nowhere({ locationId: ids.Leeds! });
    expect(routed(order, facts({ York: both }))).toEqual({ order, route: null, cause: null });
  });

  test("who collects has chosen a store, even if the shop does not say which", () => {
    expect(routed(nowhere({ method: "pickup" }), facts({ York: both })).cause?.kind).toBe("order-without-location");
  });

  test("only the part without a place is given one", () => {
    const [first, ...rest] = parts;
    const order = someOrder(lines, {
      allocations: [
        { locationId: ids.Leeds!, locationName: "Leeds", method: "shipping", lines: [first!] },
        { locationId: null, locationName: "", method: "shipping", lines: rest },
      ],
    });
    const { order: placed, route } = routed(order, facts({ York: { B: 1 } }));
    expect(placed.allocations.map(({ locationId }) => locationId)).toEqual([ids.Leeds, ids.York]);
    expect(route?.items).toBe(1);
  });
});

describe("held unless the shop's setting says more", () => {
  test.each([undefined, facts({ York: both }, { when: "hold" })])("%#", (how) => {
    const { cause } = routed(nowhere(), how);
    expect(sayCause(cause!, { shop: "Shop", pos: "Till" })).toBe("Shop has not said which location fills order #1001");
  });
});

describe("one chosen place", () => {
  test("it goes there, whatever the stock", () => {
    const { order, route } = routed(nowhere(), facts({}, { when: "chosen", chosen: ids.York! }));
    expect(order.allocations).toMatchObject([{ locationId: ids.York, locationName: "York" }]);
    expect(sayRoute(route!)).toBe("York: where this shop sends orders that name no location");
  });

  test.each([ids.Bath!, "gone"])("a place that is closed or gone holds it: %s", (chosen) => {
    expect(routed(nowhere(), facts({ Bath: both }, { when: "chosen", chosen })).cause?.evidence.problem).toBe("place-closed");
  });
});

describe("the place that has everything", () => {
  const went = (how: RoutingFacts) => {
    const { route } = routed(nowhere(), how);
    return route && sayRoute(route);
  };
  test("the only one", () => {
    expect(went(facts({ York: both, Leeds: { A: 1 } }))).toBe("York: the only store with all 3 items at 14:02; Leeds had 1 of 3");
  });
  test("of several, the first on the shop's list", () => {
    expect(went(facts({ York: both, Leeds: both }, { preferred: [ids.York!] }))).toBe(
      "York: first on this shop's list of the 2 stores with all 3 items at 14:02",
    );
  });
  test("without a list, the one with the most to spare", () => {
    expect(went(facts({ York: { A: 9, B: 9 }, Leeds: both }))).toMatch(/^York: one of 2 stores with all 3 items/);
  });
  test("one that is closed does not count", () => {
    expect(went(facts({ Bath: { A: 99, B: 99 }, Leeds: both }))).toMatch(/^Leeds: the only store/);
  });
  test("nobody has it all: held, the best two named", () => {
    const { cause } = routed(nowhere(), facts({ York: { A: 2 }, Leeds: { A: 1 } }));
    expect(sayCause(cause!, { shop: "Shop", pos: "Till" })).toBe(
      "No store has everything of order #1001: York has 2 of 3 items, Leeds has 1 of 3 items",
    );
  });
  test("the next order finds what this one left", () => {
    const how = facts({ York: { A: 3, B: 3 } });
    const { route } = routed(nowhere(), how);
    const left = withUnitsTaken(how, nowhere(), route!);
    expect([left.sellable(ids.York!, "A" as Sku), left.sellable(ids.Leeds!, "A" as Sku)]).toEqual([1, 0]);
    expect(routed(nowhere(), left).cause?.evidence.problem).toBe("none-has-all");
  });
});

test("where it was sent once it stays, whoever has the stock now", () => {
  const { route } = routed(nowhere(), facts({ York: both }));
  const again = routeOrder(nowhere(), facts({ Leeds: both }), now + 60_000, [{ draft: { locationId: ids.York!, route: route! } }]);
  expect(again.route).toEqual(route);
  expect(again.order.allocations).toMatchObject([{ locationId: ids.York }]);
});
