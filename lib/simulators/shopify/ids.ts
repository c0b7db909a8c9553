// Far apart, so that an id of one kind never happens to be one of another. Locations keep the number they were set up with.
const bases = {
  Order: 5_550_000_000,
  LineItem: 13_900_000_000,
  ShippingLine: 4_400_000_000,
  OrderTransaction: 6_600_000_000,
  FulfillmentOrder: 6_100_000_000,
  FulfillmentOrderLineItem: 12_700_000_000,
  Fulfillment: 5_100_000_000,
  FulfillmentLineItem: 11_300_000_000,
  DeliveryMethod: 1_800_000_000,
  Product: 8_100_000_000,
  ProductVariant: 44_200_000_000,
  InventoryItem: 46_300_000_000,
  InventoryAdjustmentGroup: 910_000_000,
  Customer: 7_200_000_000,
  MailingAddress: 9_400_000_000,
  Metafield: 27_500_000_000,
  WebhookSubscription: 1_300_000_000,
  AppInstallation: 480_000_000,
  Job: 990_000_000,
  Location: 0,
  Shop: 0,
} as const;
export type Kind = keyof typeof bases;

/** The number that people and webhooks see. */
export const idOf = (kind: Kind, row: number): number => bases[kind] + row;
export const gid = (kind: Kind, row: number): string => `gid://shopify/${kind}/${idOf(kind, row)}`;

const gidPattern = /^gid:\/\/shopify\/(\w+)\/(\d+)$/;

/** The row behind a gid of this kind or behind its bare number; null for anything else. */
export function rowOf(kind: Kind, id: string | number): number | null {
  const [, named = kind, digits = String(id)] = gidPattern.exec(String(id)) ?? [];
  if (named !== kind || !/^\d+$/.test(digits)) return null;
  return Number(digits) - bases[kind];
}

export const kindOf = (id: string): string | null => /^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1] ?? null;

export const levelGid = (item: number, location: number): string =>
  `gid://shopify/InventoryLevel/${location}?inventory_item_id=${idOf("InventoryItem", item)}`;

export function levelOf(id: string): { item: number; location: number } | null {
  const [, location, item] = /^gid:\/\/shopify\/InventoryLevel\/(\d+)\?inventory_item_id=(\d+)$/.exec(id) ?? [];
  return location && item ? { item: Number(item) - bases.InventoryItem, location: Number(location) } : null;
}
