/** One Shopify order of the dump, money in pence; gross whether or not the shop's prices include tax. */
export type ShopDumpOrder = {
  /** The number behind the gid. */
  id: string;
  name: string;
  total: number;
  rows: {
    id: string;
    sku: string | null;
    title: string;
    quantity: number;
    isShipping: boolean;
    gross: number;
    tax: number /** Per cent. */;
    rate: number;
  }[];
  /** One per location that hands over or ships something. */
  places: { locationId: string; units: { lineId: string; quantity: number }[] }[];
};
