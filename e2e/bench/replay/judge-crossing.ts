import type { TillOrder } from "./pos-dump";
import type { ShopDumpOrder } from "./shop-dump";

/** What the harness set up, so that both sides' codes can be compared. */
export type Crosswalk = {
  /** The till's SKU of a line of the shop: by its SKU, or by its title where it has none. */
  skuAtTill(line: { sku: string | null; title: string; isShipping: boolean }): string;
  /** Sitoo `warehouseid` of a Shopify location id. */
  warehouseOf(locationId: string): string;
};
export type Crossing = {
  /** Sitoo orders beyond one per location. */
  surplus: number;
  /** Locations without one. */
  missing: number;
  differences: string[];
  vat: { shop: number; till: number; roundingRows: number };
};

/** A web order against all Sitoo orders made for it: places, units, money and rates of every product. */
export function judgeCrossing(order: ShopDumpOrder, found: readonly TillOrder[], crosswalk: Crosswalk): Crossing {
  const wanted = new Map(order.places.map((place) => [crosswalk.warehouseOf(place.locationId), place]));
  const differences: string[] = [];
  let surplus = 0;
  let missing = 0;
  for (const [warehouse, place] of wanted) {
    const here = found.filter((each) => each.warehouse === warehouse);
    surplus += Math.max(0, here.length - 1);
    if (here.length === 0) missing++;
    if (here.length === 1) differences.push(...unitsDiffer(order, place, here[0]!, crosswalk));
  }
  surplus += found.filter(({ warehouse }) => !wanted.has(warehouse)).length;

  const shop = new Map<string, Sums>();
  for (const row of order.rows) add(shop, `${crosswalk.skuAtTill(row)} at ${row.rate} %`, row.gross, row.tax);
  const till = new Map<string, Sums>();
  for (const { sku, gross, vat, rate } of found.flatMap(({ rows }) => rows)) add(till, `${sku} at ${rate} %`, gross, vat);
  let roundingRows = 0;
  for (const key of new Set([...shop.keys(), ...till.keys()])) {
    const [ours, theirs] = [shop.get(key) ?? nothing, till.get(key) ?? nothing];
    if (ours.gross !== theirs.gross) differences.push(`${key}: ${ours.gross} in the shop, ${theirs.gross} at the till`);
    else if (ours.vat !== theirs.vat) roundingRows++;
  }
  const total = found.reduce((all, each) => all + each.total, 0);
  if (total !== order.total) differences.push(`total: ${order.total} in the shop, ${total} at the till`);
  return { surplus, missing, differences, vat: { shop: vatOf(shop), till: vatOf(till), roundingRows } };
}

function unitsDiffer(order: ShopDumpOrder, place: ShopDumpOrder["places"][number], found: TillOrder, { skuAtTill }: Crosswalk): string[] {
  const wanted = new Map<string, number>();
  const count = (units: Map<string, number>, sku: string, quantity: number) => units.set(sku, (units.get(sku) ?? 0) + quantity);
  for (const { lineId, quantity } of place.units) count(wanted, skuAtTill(order.rows.find(({ id }) => id === lineId)!), quantity);
  const there = new Map<string, number>();
  for (const { sku, quantity } of found.rows) count(there, sku, quantity);
  const shipping = new Set(order.rows.filter(({ isShipping }) => isShipping).map(skuAtTill));
  return [...new Set([...wanted.keys(), ...there.keys()])]
    .filter((sku) => !shipping.has(sku) && wanted.get(sku) !== there.get(sku))
    .map((sku) => `${sku} at warehouse ${found.warehouse}: ${wanted.get(sku) ?? 0} units in the shop, ${there.get(sku) ?? 0} at the till`);
}

type Sums = { gross: number; vat: number };
const nothing: Sums = { gross: 0, vat: 0 };
const vatOf = (sums: Map<string, Sums>) => [...sums.values()].reduce((total, { vat }) => total + vat, 0);

function add(sums: Map<string, Sums>, key: string, gross: number, vat: number): void {
  const seen = sums.get(key) ?? nothing;
  sums.set(key, { gross: seen.gross + gross, vat: seen.vat + vat });
}
