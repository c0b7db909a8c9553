import type { Options } from "@/lib/data/connections";

/** A retailer to be: one Sitoo account and one Shopify shop. Stores, warehouses and locations go by their names. */
export type RetailerPlan = {
  /** Three characters that start every external id. */
  code: string;
  posName: string;
  shopName: string;
  /** example.myshopify.com */
  shopDomain: string;
  currency: string;
  zone: string;
  /** VAT per cent that the POS knows. */
  rates: readonly number[];
  /** Each has a warehouse of its name and a till. */
  stores: readonly string[];
  /** Warehouses that no store sells from. */
  warehouses: readonly string[];
  /** `warehouse` null: nobody has mapped it. */
  locations: readonly { name: string; warehouse: string | null; offersPickup: boolean }[];
  /** Products without stock for what has no SKU online; `key` is the line's title or one of serviceKinds. */
  services: readonly { key: string; sku: string; title: string; rate: number }[];
  options?: Partial<Options>;
};

/** The ids that the platforms gave. */
export type Places = {
  /** Name of a store or warehouse → warehouseid. */
  warehouses: ReadonlyMap<string, number>;
  /** Name → Shopify's number. */
  locations: ReadonlyMap<string, string>;
};

export type Addresses = { sitooUrl: string; shopifyUrl: string; appUrl: string };

export function placed<K, V>(places: ReadonlyMap<K, V>, name: K): V {
  const id = places.get(name);
  if (id === undefined) throw new Error(`The plan has no place named ${String(name)}`);
  return id;
}
