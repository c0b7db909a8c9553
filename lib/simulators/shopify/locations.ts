import { z } from "zod";

import { gid, idOf, rowOf } from "./ids";
import { type LevelRow, levelSource } from "./levels";
import { connection, type PageArgs } from "./paging";
import { type Shop, timeOrNull, timeText } from "./shop";

export const LocationDoc = z.object({
  name: z.string(),
  fulfillsOnlineOrders: z.boolean().default(true),
  /** Offers local pickup. */
  pickup: z.boolean().default(false),
  address1: z.string().nullable().default(null),
  zip: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  countryCode: z.string().length(2).default("GB"),
  createdAt: z.number().default(0),
  updatedAt: z.number().default(0),
  deactivatedAt: z.number().nullable().default(null),
});
export type LocationDoc = z.infer<typeof LocationDoc>;
export type Location = { id: number; active: boolean; doc: LocationDoc };
type Row = { id: number; active: number; doc: string };

const read = ({ id, active, doc }: Row): Location => ({ id, active: active === 1, doc: LocationDoc.parse(JSON.parse(doc)) });

export function findLocation({ state }: Shop, id: number | null): Location | null {
  const row = id === null ? null : state.one<Row>("select * from location where id = ?", id);
  return row && read(row);
}

export const listLocations = ({ state }: Shop): Location[] => state.many<Row>("select * from location order by id").map(read);

export function locationSource(shop: Shop, { id, active, doc }: Location) {
  const { state } = shop;
  const level = (inventoryItem: number | null) =>
    inventoryItem === null ? null : state.one<LevelRow>("select * from level where item = ? and location = ?", inventoryItem, id);
  return {
    __typename: "Location",
    id: gid("Location", id),
    legacyResourceId: String(idOf("Location", id)),
    name: doc.name,
    isActive: active,
    activatable: !active,
    deactivatable: active,
    deletable: false,
    isFulfillmentService: false,
    isPrimary: false,
    fulfillmentService: null,
    fulfillsOnlineOrders: doc.fulfillsOnlineOrders,
    shipsInventory: doc.fulfillsOnlineOrders,
    hasActiveInventory: () => state.one("select 1 from level where location = ? and active = 1", id) !== null,
    localPickupSettingsV2: doc.pickup ? { pickupTime: "TWO_HOURS", instructions: "" } : null,
    address: { ...addressOf(doc), country: doc.countryCode, formatted: [doc.address1, doc.city].filter((line) => line !== null) },
    addressVerified: true,
    createdAt: timeText(doc.createdAt),
    updatedAt: timeText(doc.updatedAt),
    deactivatedAt: timeOrNull(doc.deactivatedAt),
    inventoryLevel({ inventoryItemId, includeInactive }: { inventoryItemId: string; includeInactive?: boolean | null }) {
      const row = level(rowOf("InventoryItem", inventoryItemId));
      return row && (row.active === 1 || includeInactive) ? levelSource(shop, row) : null;
    },
    inventoryLevels: (args: PageArgs & { includeInactive?: boolean | null }) =>
      connection<LevelRow>(
        state,
        args,
        {
          select: "level.*",
          from: "level",
          where: `location = ? and active >= ?`,
          values: [id, args.includeInactive ? 0 : 1],
          sort: "location",
          id: "item",
        },
        (row) => levelSource(shop, row),
      ),
  };
}

const addressOf = ({ address1, zip, city, countryCode }: LocationDoc) => ({
  address1,
  address2: null,
  zip,
  city,
  countryCode,
  phone: null,
  province: null,
  provinceCode: null,
});

export const assignedLocationSource = (shop: Shop, location: Location) => ({
  ...addressOf(location.doc),
  name: location.doc.name,
  location: () => locationSource(shop, location),
});
