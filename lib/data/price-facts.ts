import type { Sku } from "@/lib/domain/ids";
import type { PromotionEdit } from "@/lib/domain/mapping/edit";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { comparePrices, type PriceDifference, type PriceFacts, type TillPrice } from "@/lib/domain/prices/compare-prices";
import type { KnownPromotion } from "@/lib/domain/prices/promotion";
import { gatherSightings, type Sighting } from "@/lib/domain/prices/sightings";
import { db, rows } from "./client";
import type { Connection } from "./connections";
import { listPromotionsBetween } from "./promotions";

const sightingDays = 30;

/** What the check of these orders' prices needs, in three queries; nothing where the shop does not check. `edits`: promotions as if saved. */
export async function loadPriceFacts(
  shop: Connection,
  pos: Pick<Connection, "currency">,
  orders: readonly ShopOrder[],
  edits: readonly PromotionEdit[],
  till: (sku: Sku) => TillPrice | null,
): Promise<PriceFacts | undefined> {
  const { priceCheck: mode, priceTolerancePercent: tolerancePercent, priceToleranceAmount: toleranceAmount } = shop.options;
  if (mode === "off" || orders.length === 0) return undefined;
  const placed = orders.map(({ placedAt }) => Date.parse(placedAt));
  const skus = [...new Set(orders.flatMap(({ lines }) => lines.flatMap(({ sku }) => (sku === null ? [] : [sku]))))];
  const [saved, listed, seen] = await Promise.all([
    listPromotionsBetween(shop.id, new Date(Math.min(...placed)), new Date(Math.max(...placed))),
    listShopPrices(shop.id, skus),
    listSightings(shop.id),
  ]);
  const edited = new Set(edits.map(({ theirs }) => theirs));
  const added = edits.flatMap(({ theirs, promotion }): KnownPromotion[] => (promotion ? [{ id: theirs, ...promotion }] : []));
  const facts: PriceFacts = {
    rule: { mode, tolerancePercent, toleranceAmount },
    currency: pos.currency,
    zone: shop.zone,
    promotions: [...added, ...saved.filter(({ id }) => !edited.has(id))],
    till,
    listed: (sku) => listed.get(sku) ?? null,
    sightings: new Map(),
  };
  const found = orders.map((order) => ({ placedAt: order.placedAt, differences: comparePrices(order, facts) }));
  return { ...facts, sightings: gatherSightings(seen, found) };
}

async function listShopPrices(shopId: string, skus: readonly string[]): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ sku: string; price: string }[]>`
    select sku, min(price)::text as price from catalogue_item
    where connection_id = ${shopId}::uuid and gone_at is null and price > 0 and sku = any(${skus}::text[]) group by sku`;
  return new Map(found.map(({ sku, price }) => [sku, price]));
}

/** What no promotion explains, of the last weeks, by its size. */
async function listSightings(shopId: string): Promise<Sighting[]> {
  const found = await db.$queryRaw<{ percent: string; code: string; skus: Sku[]; since: Date }[]>`
    select percent, lower(code) as code, array_agg(distinct sku) as skus, min(placed_at) as since from price_difference
    where shop_id = ${shopId}::uuid and promotion_id is null and not is_quantity_price and placed_at > now() - ${sightingDays} * interval '1 day' group by 1, 2`;
  return found.map(({ skus, since, ...rest }) => ({ ...rest, skus: new Set(skus), since: since.toISOString() }));
}

type Checked = { order: Pick<ShopOrder, "id" | "placedAt" | "currency">; differences: readonly PriceDifference[] };

/** Replaces what was kept of these orders. */
export async function keepDifferences(shopId: string, checked: readonly Checked[]): Promise<void> {
  if (checked.length === 0) return;
  const ids = checked.map(({ order }) => order.id);
  const list = checked.flatMap(({ order, differences }) =>
    differences.map(({ promotion, ...one }) => ({
      ...one,
      orderId: order.id,
      placedAt: order.placedAt,
      currency: order.currency,
      promotionId: promotion?.id ?? null,
    })),
  );
  await db.$transaction([
    db.$executeRaw`delete from price_difference where shop_id = ${shopId}::uuid and order_id = any(${ids}::text[])`,
    db.$executeRaw`
      insert into price_difference (shop_id, order_id, line_id, sku, percent, code, due, paid, currency, placed_at, promotion_id, is_quantity_price)
      select ${shopId}::uuid, r."orderId", r."lineId", r.sku, r.percent, r.code, r.due, r.paid, r.currency, r."placedAt", r."promotionId", r."isQuantityPrice"
      from json_to_recordset(${rows(list)}) as r("orderId" text, "lineId" text, sku text, percent text, code text, due bigint, paid bigint, currency text, "placedAt" timestamptz, "promotionId" uuid, "isQuantityPrice" bool)
      on conflict do nothing`,
  ]);
}
