import { OrderFilter } from "@/lib/domain/orders/order-filter";
import { db, sql } from "./client";
import { Options } from "./connections";
import { laneMoney, orderMoney } from "./order-money";
import { promised } from "./orders";

export type StoreFacts = {
  posId: string;
  posName: string;
  zone: string;
  options: Options;
  storeId: string;
  name: string;
  lastSaleAt: Date | null;
  /** The last thing of any kind that moved there. */
  lastEventAt: Date | null;
  /** The open cause that says it is silent. */
  silentCauseId: string | null;
  /** Promised on this day, at the till or not · promised before now and not at the till; each by warehouse. */
  due: { warehouseId: string; orders: number }[];
  broken: { warehouseId: string; orders: number }[];
  /** Products that the web shows otherwise than they are, by shop. */
  drift: { shopId: string; shopName: string; locationId: string; pairs: number }[];
};

type StoreRow = Omit<StoreFacts, "options" | "due" | "broken" | "drift"> & { options: unknown; warehouses: string[] };

/** Every store of every till with what a morning wants to know of it. */
export async function listStoreStrip(): Promise<StoreFacts[]> {
  const [stores, due, broken, drift] = await Promise.all([listStores(), countPromised("day"), countPromised("broken"), countStoreDrift()]);
  return stores.map(({ warehouses, options, ...store }) => {
    const isHere = (row: { posId: string; warehouseId: string }) => row.posId === store.posId && warehouses.includes(row.warehouseId);
    const counted = ({ warehouseId, orders }: (typeof due)[number]) => ({ warehouseId, orders });
    return {
      ...store,
      options: Options.parse(options),
      due: due.filter(isHere).map(counted),
      broken: broken.filter(isHere).map(counted),
      drift: drift.filter(isHere).map(({ shopId, shopName, locationId, pairs }) => ({ shopId, shopName, locationId, pairs })),
    };
  });
}

const listStores = () => db.$queryRaw<StoreRow[]>`
  select n.id as "posId", n.name as "posName", n.zone, n.options, p.store_id as "storeId", coalesce(max(p.store_name), max(p.name)) as name, array_agg(p.remote_id) as warehouses,
    max(sold.at) as "lastSaleAt", max(moved.at) as "lastEventAt",
    (select c.id from cause c where c.connection_id = n.id and c.kind = 'store-silent' and c.entity = p.store_id and c.state in ('open', 'working') limit 1) as "silentCauseId"
  from place p join connection n on n.id = p.connection_id and n.role = 'pos'
    left join lateral (select m.at from pos_movement m where m.pos_id = n.id and m.warehouse_id = p.remote_id and m.kind in ('sale', 'refund') order by m.at desc limit 1) sold on true
    left join lateral (select m.at from pos_movement m where m.pos_id = n.id and m.warehouse_id = p.remote_id order by m.at desc limit 1) moved on true
  where p.store_id is not null and p.is_active group by n.id, p.store_id order by n.name, 6`;

/** By the same rule as the list of orders that a number opens. */
const countPromised = (promise: "day" | "broken") => {
  const lanes = sql`${laneMoney(OrderFilter.parse({}))} ${promised(promise)}`;
  return db.$queryRaw<{ posId: string; warehouseId: string; orders: number }[]>`
    select s.pos_id as "posId", m.place as "warehouseId", count(distinct (m."shopId", m."orderId"))::int as orders from (${orderMoney(lanes)}) m join connection s on s.id = m."shopId" group by 1, 2`;
};

const countStoreDrift = () => db.$queryRaw<
  { posId: string; warehouseId: string; shopId: string; shopName: string; locationId: string; pairs: number }[]
>`
  select s.pos_id as "posId", k.ours as "warehouseId", s.id as "shopId", s.name as "shopName", k.theirs as "locationId", count(*)::int as pairs
  from link k join connection s on s.id = k.shop_id join stock_pair p on p.shop_id = k.shop_id and p.location_id = k.theirs and p.drift_since is not null
  where k.kind = 'location' and k.state = 'mapped' and k.ours is not null group by 1, 2, 3, 4, 5`;
