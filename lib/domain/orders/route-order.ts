import type { CauseDraft } from "../exceptions/kind";
import { orderWithoutLocation } from "../exceptions/kinds/order-without-location";
import type { LocationId, Sku } from "../ids";
import type { PosOrderDraft } from "./pos-order";
import type { Route, Stocked } from "./route";
import type { ShopOrder } from "./shop-order";
import { placesOf } from "./split-by-location";

/** What the shop's setting says about orders that name no location. */
export type RoutingRule = { when: "hold" | "chosen" | "stock"; chosen: string; preferred: readonly string[] };
/** A location of the shop. `isOpen`: it is mapped, and it and its warehouse are in use. */
export type RoutingPlace = { locationId: LocationId; name: string; isOpen: boolean };
export type RoutingFacts = {
  rule: RoutingRule;
  zone: string;
  places: readonly RoutingPlace[];
  /** Units that may be sold from there now. */
  sellable(location: LocationId, sku: Sku): number;
};

type Sent = { draft: Pick<PosOrderDraft, "locationId" | "route"> };
type Routed = { order: ShopOrder; route: Route | null; cause: CauseDraft | null };

/**
 * Gives the units that the shop assigned to no location a place, where its setting says how. What the customer or the shop chose always
 * stays; where it was sent once, it stays as well. Null cause: every unit has a place.
 */
export function routeOrder(order: ShopOrder, facts: RoutingFacts | undefined, now: number, sent: readonly Sent[]): Routed {
  if (placesOf(order.allocations) !== null) return { order, route: null, cause: null };
  const before = sent.find(({ draft }) => draft.route)?.draft.route;
  if (before) return assign(order, before);
  const held = (best: Stocked[], problem: "none-has-all" | "place-closed" | null): Routed => ({
    order,
    route: null,
    cause: orderWithoutLocation.raise({ orderId: order.id, name: order.name, best, problem }, { field: "Location", value: "none" }),
  });
  // Who collects has chosen a store; which one only the shop can tell.
  if (!facts || facts.rule.when === "hold" || unplaced(order).some(({ method }) => method === "pickup")) return held([], null);

  const needs = needsOf(order);
  const items = [...needs.values()].reduce((total, units) => total + units, 0);
  const base = { at: new Date(now).toISOString(), zone: facts.zone, items, isPreferred: false, others: [] };
  if (facts.rule.when === "chosen") {
    const place = facts.places.find(({ locationId }) => locationId === facts.rule.chosen);
    return place?.isOpen
      ? assign(order, { ...base, rule: "chosen", locationId: place.locationId, name: place.name })
      : held([], "place-closed");
  }
  const ranked = rank(needs, facts);
  const [first, ...others] = ranked;
  if (!first || first.has < first.of) return held(ranked.slice(0, 2).map(stocked), "none-has-all");
  const isPreferred = facts.rule.preferred.includes(first.locationId);
  return assign(order, {
    ...base,
    rule: "stock",
    locationId: first.locationId,
    name: first.name,
    isPreferred,
    others: others.map(stocked),
  });
}

type Ranked = Stocked & { locationId: LocationId; spare: number; wish: number };

/** Those with everything first, then by the shop's list, then by what they keep, then by name. */
function rank(needs: ReadonlyMap<Sku, number>, { rule, places, sellable }: RoutingFacts): Ranked[] {
  return places
    .filter(({ isOpen }) => isOpen)
    .map(({ locationId, name }): Ranked => {
      const wish = rule.preferred.indexOf(locationId);
      const ranked = { locationId, name, has: 0, of: 0, spare: 0, wish: wish < 0 ? Number.MAX_SAFE_INTEGER : wish };
      for (const [sku, units] of needs) {
        const there = Math.max(0, sellable(locationId, sku));
        ranked.has += Math.min(there, units);
        ranked.of += units;
        ranked.spare += there - units;
      }
      return ranked;
    })
    .sort(
      (a, b) =>
        Number(b.has >= b.of) - Number(a.has >= a.of) ||
        (a.has >= a.of ? a.wish - b.wish : b.has - a.has) ||
        b.spare - a.spare ||
        a.name.localeCompare(b.name, "en") ||
        (a.locationId < b.locationId ? -1 : 1),
    );
}

const stocked = ({ name, has, of }: Ranked): Stocked => ({ name, has, of });
const unplaced = ({ allocations }: ShopOrder) =>
  allocations.filter(({ locationId, lines }) => locationId === null && lines.some(({ quantity }) => quantity > 0));

/** Units by code that no location has yet. Lines without a code need no stock. */
function needsOf(order: ShopOrder): Map<Sku, number> {
  const skus = new Map(order.lines.map(({ id, sku }) => [id, sku]));
  const open = unplaced(order).flatMap(({ lines }) => lines);
  const units = open.length > 0 ? open : order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
  const needs = new Map<Sku, number>();
  for (const { lineId, quantity } of units) {
    const sku = skus.get(lineId);
    if (sku && quantity > 0) needs.set(sku, (needs.get(sku) ?? 0) + quantity);
  }
  return needs;
}

function assign(order: ShopOrder, route: Route): Routed {
  const { locationId, name: locationName } = route;
  const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity, remaining: quantity }));
  const allocations =
    unplaced(order).length > 0
      ? order.allocations.map((one) => (one.locationId === null ? { ...one, locationId, locationName } : one))
      : [{ locationId, locationName, method: "shipping" as const, lines }];
  return { order: { ...order, allocations }, route, cause: null };
}

/** The same stock after these orders were given a place: the next one finds less. */
export function withUnitsTaken(facts: RoutingFacts, order: ShopOrder, route: Route): RoutingFacts {
  const needs = needsOf(order);
  return {
    ...facts,
    sellable: (location, sku) => facts.sellable(location, sku) - (location === route.locationId ? (needs.get(sku) ?? 0) : 0),
  };
}
