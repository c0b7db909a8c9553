import { db } from "./client";

/** Stores as a person's scope names them: "posId:warehouseId". */
export const listStorePlaces = (): Promise<{ place: string; name: string }[]> =>
  db.$queryRaw`
    select c.id || ':' || w.remote_id as place, coalesce(w.store_name, w.name) || case when (select count(*) from connection where role = 'pos') > 1 then ', ' || c.name else '' end as name
    from place w join connection c on c.id = w.connection_id and c.role = 'pos' where w.store_id is not null and w.is_active order by 2`;

export type Warehouse = { id: string; name: string; storeName: string | null; isActive: boolean; feeds: string | null };

/** Of the POS that a shop sells through. `feeds`: the shop's location that is mapped to it; one warehouse can feed only one. */
export async function listWarehouses(shopId: string): Promise<Warehouse[]> {
  return db.$queryRaw<Warehouse[]>`
    select w.remote_id as id, w.name, w.store_name as "storeName", w.is_active as "isActive",
      (select coalesce(p.name, l.theirs) from link l left join place p on p.connection_id = l.shop_id and p.remote_id = l.theirs
        where l.shop_id = s.id and l.kind = 'location' and l.state = 'mapped' and l.ours = w.remote_id limit 1) as feeds
    from connection s join place w on w.connection_id = s.pos_id where s.id = ${shopId}::uuid order by w.name`;
}

export type ShopLocation = { id: string; name: string; warehouse: string | null };

/** A shop's places where an order can be fulfilled. `warehouse`: what it is at the till; null = nobody has said yet. */
export const listShopLocations = (shopId: string): Promise<ShopLocation[]> =>
  db.$queryRaw<ShopLocation[]>`
    select p.remote_id as id, p.name, coalesce(w.store_name, w.name, l.ours) as warehouse from place p join connection s on s.id = p.connection_id
      left join link l on l.shop_id = s.id and l.kind = 'location' and l.state = 'mapped' and l.theirs = p.remote_id
      left join place w on w.connection_id = s.pos_id and w.remote_id = l.ours
    where s.id = ${shopId}::uuid and p.is_active order by l.ours is null, p.name`;
