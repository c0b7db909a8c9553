import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import type { RoutingFacts } from "@/lib/domain/orders/route-order";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { placesOf } from "@/lib/domain/orders/split-by-location";
import { db, rows } from "./client";
import type { Connection } from "./connections";

type Row = { locationId: LocationId; name: string; isActive: boolean; warehouses: string[]; units: Record<string, number> };

/**
 * The shop's locations with what may be sold from each, in one query; nothing where every order has a place or the shop holds the others.
 * Units of orders that were given a place since the stock was last read are taken off.
 */
export async function loadRoutingFacts(
  shop: Connection,
  orders: readonly ShopOrder[],
  look: { target: (sku: Sku) => string; warehouse: (location: LocationId) => WarehouseId | null },
): Promise<RoutingFacts | undefined> {
  const { withoutLocation: when, chosenLocation: chosen, preferredLocations: preferred } = shop.options;
  const open = orders.filter(({ allocations }) => placesOf(allocations) === null);
  if (when === "hold" || open.length === 0) return undefined;
  const skus = [...new Set(open.flatMap(({ lines }) => lines.flatMap(({ sku }) => (sku === null ? [] : [sku]))))];
  const wanted = rows(skus.map((sku) => ({ sku, target: look.target(sku) })));
  const found = await db.$queryRaw<Row[]>`
    select p.remote_id as "locationId", p.name, p.is_active as "isActive",
      array(select w.remote_id from place w where w.connection_id = ${shop.posId}::uuid and w.is_active) as warehouses,
      coalesce((select json_object_agg(s.sku, s.sellable - coalesce(taken.units, 0)) from json_to_recordset(${wanted}) as r(sku text, target text)
        join stock_pair s on s.shop_id = p.connection_id and s.location_id = p.remote_id and s.sku = r.sku and s.sellable is not null
        left join lateral (
          select sum((line ->> 'quantity')::int)::int as units from effect e, jsonb_array_elements(e.request -> 'rows') line
          where e.shop_id = s.shop_id and e.last_sent_at > s.read_at and e.state in ('sent', 'unclear', 'done') and e.request ? 'route'
            and e.location_id = s.location_id and line ->> 'sku' = r.target) taken on true), '{}') as units
    from place p where p.connection_id = ${shop.id}::uuid`;
  const units = new Map(found.map((row) => [row.locationId, row.units]));
  return {
    rule: { when, chosen, preferred },
    zone: shop.zone,
    places: found.map(({ locationId, name, isActive, warehouses }) => {
      const warehouse = look.warehouse(locationId);
      return { locationId, name, isOpen: isActive && warehouse !== null && warehouses.includes(warehouse) };
    }),
    sellable: (location, sku) => units.get(location)?.[sku] ?? 0,
  };
}
