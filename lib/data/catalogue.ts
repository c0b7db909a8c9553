import type { PosWarehouse, Product, ShopLocation } from "@/lib/domain/catalogue/product";
import { normalForm } from "@/lib/domain/mapping/normal-form";
import { type Db, db, rows } from "./client";

export async function keepProducts(connectionId: string, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  const list = products.map((product) => ({ ...product, norm: normalForm(product.sku) }));
  await db.$executeRaw`
    insert into catalogue_item (connection_id, remote_id, sku, norm, stock_id, title, barcode, rate, is_active, is_tracked, may_oversell, price, category, changed_at)
    select ${connectionId}::uuid, r."remoteId", r.sku, r.norm, r."stockId", r.title, r.barcode, r.rate, r."isActive", r."isTracked", r."mayOversell", r.price, r.category, r."changedAt"
    from json_to_recordset(${rows(list)}) as r("remoteId" text, sku text, norm text, "stockId" text, title text, barcode text, rate text, "isActive" bool, "isTracked" bool, "mayOversell" bool, price numeric, category text, "changedAt" timestamptz)
    on conflict (connection_id, remote_id) do update set sku = excluded.sku, norm = excluded.norm, stock_id = excluded.stock_id, title = excluded.title, barcode = excluded.barcode,
      rate = excluded.rate, is_active = excluded.is_active, is_tracked = excluded.is_tracked, may_oversell = excluded.may_oversell, price = excluded.price, category = excluded.category, changed_at = excluded.changed_at, seen_at = now(), gone_at = null`;
}

/** SKUs that the platform was asked for by name and did not return are no longer there. */
export async function markGone(connectionId: string, asked: readonly string[], found: readonly string[]): Promise<void> {
  const gone = asked.filter((sku) => !found.includes(sku));
  await db.$executeRaw`update catalogue_item set gone_at = now() where connection_id = ${connectionId}::uuid and gone_at is null and sku = any(${gone}::text[])`;
}

/** Of products asked for by SKU: those that are not what the platform returned have gone or got another SKU. */
export const markOthersGone = (connectionId: string, skus: readonly string[], remoteIds: readonly string[]) =>
  db.$executeRaw`
    update catalogue_item set gone_at = now() where connection_id = ${connectionId}::uuid and gone_at is null and sku = any(${skus}::text[]) and remote_id <> all(${remoteIds}::text[])`;

/** After a full listing: what was not seen in it is gone. */
export const markUnseen = (connectionId: string, since: Date) =>
  db.$executeRaw`update catalogue_item set gone_at = now() where connection_id = ${connectionId}::uuid and gone_at is null and seen_at < ${since}`;

export async function keepLocations(tx: Db, connectionId: string, locations: readonly ShopLocation[]): Promise<void> {
  await keepPlaces(
    tx,
    connectionId,
    locations.map(({ id, name, isActive, offersPickup }) => ({
      id,
      name,
      storeId: null,
      storeName: null,
      isActive,
      isVirtual: false,
      offersPickup,
    })),
  );
}

export async function keepWarehouses(tx: Db, connectionId: string, warehouses: readonly PosWarehouse[]): Promise<void> {
  await keepPlaces(
    tx,
    connectionId,
    warehouses.map(({ id, name, storeId, storeName, isVirtual, isSellable }) => ({
      id,
      name,
      storeId,
      storeName,
      isActive: isSellable,
      isVirtual,
      offersPickup: false,
    })),
  );
}

type PlaceRow = {
  id: string;
  name: string;
  storeId: string | null;
  storeName: string | null;
  isActive: boolean;
  isVirtual: boolean;
  offersPickup: boolean;
};

async function keepPlaces(tx: Db, connectionId: string, places: readonly PlaceRow[]): Promise<void> {
  await tx.$executeRaw`
    insert into place (connection_id, remote_id, name, store_id, store_name, is_active, is_virtual, offers_pickup)
    select ${connectionId}::uuid, r.id, r.name, r."storeId", r."storeName", r."isActive", r."isVirtual", r."offersPickup"
    from json_to_recordset(${rows(places)}) as r(id text, name text, "storeId" text, "storeName" text, "isActive" bool, "isVirtual" bool, "offersPickup" bool)
    on conflict (connection_id, remote_id) do update set name = excluded.name, store_id = excluded.store_id, store_name = excluded.store_name,
      is_active = excluded.is_active, is_virtual = excluded.is_virtual, offers_pickup = excluded.offers_pickup`;
}

export const keepRates = (tx: Db, connectionId: string, rates: readonly string[]) =>
  tx.$executeRaw`insert into pos_rate (connection_id, rate) select ${connectionId}::uuid, unnest(${rates}::text[]) on conflict do nothing`;

/** Which of these SKUs the connection's catalogue does not have. */
export async function listUnknownSkus(connectionId: string, skus: readonly string[]): Promise<string[]> {
  const found = await db.$queryRaw<{ sku: string }[]>`
    select a.sku from unnest(${skus}::text[]) as a(sku)
    where not exists (select 1 from catalogue_item c where c.connection_id = ${connectionId}::uuid and c.sku = a.sku and c.gone_at is null)`;
  return found.map(({ sku }) => sku);
}

/** Warehouse id → the store's name as people say it. */
export async function nameWarehouses(posId: string): Promise<Map<string, string>> {
  const places = await db.place.findMany({ where: { connectionId: posId } });
  return new Map(places.map(({ remoteId, name, storeName }) => [remoteId, storeName ?? name]));
}
