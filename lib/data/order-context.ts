import type { ConnectionId, LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import { type Edit, linksIn, promotionsIn } from "@/lib/domain/mapping/edit";
import { serviceKinds } from "@/lib/domain/mapping/link";
import type { OrderContext, ProductAtPos } from "@/lib/domain/orders/order-context";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { db } from "./client";
import { type Connection, getConnection } from "./connections";
import { listCorrections } from "./corrections";
import { loadPriceFacts } from "./price-facts";
import { loadRoutingFacts } from "./routing-facts";

type LinkRow = { kind: string; theirs: string; ours: string | null };
type Known = { sku: string; title: string; isActive: boolean; price: string | null; rate: string | null };

/** Everything needed to plan these orders of one shop, in four queries and what its settings ask for. `edits`: as if they were saved already. */
export async function loadOrderContext(shop: Connection, orders: readonly ShopOrder[], edits: readonly Edit[] = []): Promise<OrderContext> {
  const pos = await getConnection(shop.posId!);
  const skus = [...new Set(orders.flatMap(({ lines }) => lines.flatMap(({ sku }) => (sku === null ? [] : [sku]))))];
  const [saved, rates, corrections] = await Promise.all([
    db.$queryRaw<
      LinkRow[]
    >`select kind, theirs, ours from link where shop_id = ${shop.id}::uuid and state = 'mapped' and (kind <> 'sku' or theirs = any(${skus}::text[]))`,
    db.posRate.findMany({ where: { connectionId: pos.id } }),
    listCorrections(
      shop.id,
      orders.map(({ id }) => id),
    ),
  ]);
  const links = new Map<string, string | null>(saved.map(({ kind, theirs, ours }) => [`${kind}|${theirs}`, ours]));
  for (const { kind, theirs, ours } of linksIn(edits)) links.set(`${kind}|${theirs}`, ours);

  const target = (sku: string) => links.get(`sku|${sku}`) ?? sku;
  const targets = [...new Set(skus.map(target))];
  const known = await findProducts(pos.id, targets);
  const service = (key: string) => (links.get(`service|${key}`) as Sku | null | undefined) ?? null;
  const warehouse = (location: LocationId) => (links.get(`location|${location}`) as WarehouseId | null | undefined) ?? null;
  const [prices, routing] = await Promise.all([
    loadPriceFacts(shop, pos, orders, promotionsIn(edits), (sku) => known.get(target(sku)) ?? null),
    loadRoutingFacts(shop, orders, { target, warehouse }),
  ]);

  return {
    shop: { code: shop.code, name: shop.name, dueWhen: shop.options.dueWhen, reserveDays: shop.options.reserveDays },
    pos: { currency: pos.currency, rates: new Set(rates.map(({ rate }) => rate)) },
    now: Date.now(),
    product: (sku): ProductAtPos => {
      const found = known.get(target(sku));
      if (!found) return { state: "unknown" };
      return { state: found.isActive ? "known" : "inactive", sku: found.sku as Sku, title: found.title };
    },
    warehouse,
    corrections: (orderId) => corrections.get(orderId) ?? [],
    service: (what, title) => service(title) ?? service(serviceKinds[what]),
    prices,
    routing,
  };
}

async function findProducts(posId: ConnectionId, skus: readonly string[]): Promise<Map<string, Known>> {
  const found = await db.$queryRaw<Known[]>`
    select sku, title, is_active as "isActive", price::text as price, rate from catalogue_item where connection_id = ${posId}::uuid and sku = any(${skus}::text[]) and gone_at is null`;
  return new Map(found.map((item) => [item.sku, item]));
}
