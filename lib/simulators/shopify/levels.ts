import { findVariant, inventoryItemSource } from "./catalogue";
import { gid, idOf, levelGid } from "./ids";
import { findLocation, locationSource } from "./locations";
import { type Shop, timeText } from "./shop";

export type LevelRow = {
  item: number;
  location: number;
  available: number;
  committed: number;
  unavailable: number;
  incoming: number;
  active: number;
  created_at: number;
  updated_at: number;
};

export const onHandOf = ({ available, committed, unavailable }: LevelRow): number => available + committed + unavailable;

const quantityOf: Record<string, (row: LevelRow) => number> = {
  available: ({ available }) => available,
  on_hand: onHandOf,
  committed: ({ committed }) => committed,
  reserved: ({ unavailable }) => unavailable,
  incoming: ({ incoming }) => incoming,
  damaged: () => 0,
  safety_stock: () => 0,
  quality_control: () => 0,
};

export const findLevel = ({ state }: Shop, item: number, location: number): LevelRow | null =>
  state.one<LevelRow>("select * from level where item = ? and location = ?", item, location);

export function levelSource(shop: Shop, row: LevelRow) {
  const id = levelGid(row.item, row.location);
  return {
    __typename: "InventoryLevel",
    id,
    isActive: row.active === 1,
    canDeactivate: row.committed === 0,
    deactivationAlert: null,
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
    item: () => {
      const variant = findVariant(shop, row.item);
      return variant && inventoryItemSource(shop, variant);
    },
    location: () => {
      const location = findLocation(shop, row.location);
      return location && locationSource(shop, location);
    },
    quantities: ({ names }: { names: string[] }) =>
      names.flatMap((name) => {
        const quantity = quantityOf[name]?.(row);
        return quantity === undefined
          ? []
          : [{ __typename: "InventoryQuantity", id: `${id}&name=${name}`, name, quantity, updatedAt: timeText(row.updated_at) }];
      }),
  };
}

export type LevelChange = { available?: number; committed?: number; unavailable?: number };

/** Adds to the quantities of a level and tells who listens; the level is stocked if it was not. */
export function moveLevel(shop: Shop, item: number, location: number, by: LevelChange): void {
  const { state, clock, webhooks } = shop;
  const now = clock.nowMs();
  state.run(
    `insert into level (item, location, available, committed, unavailable, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (item, location) do update set available = available + excluded.available, committed = committed + excluded.committed,
       unavailable = unavailable + excluded.unavailable, active = 1, updated_at = excluded.updated_at`,
    item,
    location,
    by.available ?? 0,
    by.committed ?? 0,
    by.unavailable ?? 0,
    now,
    now,
  );
  webhooks.levelChanged(item, location);
}

/** The body of inventory_levels/*: only available, no on_hand. */
export function levelBody(shop: Shop, item: number, location: number): Record<string, unknown> {
  const level = findLevel(shop, item, location);
  return {
    inventory_item_id: idOf("InventoryItem", item),
    location_id: location,
    available: level?.available ?? null,
    updated_at: timeText(level?.updated_at ?? shop.clock.nowMs()),
    admin_graphql_api_id: levelGid(item, location),
  };
}

export const itemGid = (item: number): string => gid("InventoryItem", item);
