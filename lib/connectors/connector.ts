import type { z } from "zod";

import type { PosWarehouse, Product, ShopLocation } from "@/lib/domain/catalogue/product";
import type { LocationId, ShopOrderId, Sku, WarehouseId } from "@/lib/domain/ids";
import type { PosOrder, PosOrderDraft } from "@/lib/domain/orders/pos-order";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import type { ListedPosLevel, PosLevel, PosMovement, ShopLevel, ShopLevelOutcome, ShopLevelWrite } from "@/lib/domain/stock/level";

import type { Http, HttpProfile } from "./http";

export type Page<T> = { items: T[]; next: string | null };

/** What an incoming request turned out to be. `id` is the platform's own delivery id, the key against duplicates. */
export type Delivery = { id: string; topic: string; at: string; body: string; hints: Hint[] };
/** What to look at again. Never what to believe: the worker re-reads. */
export type Hint =
  | { about: "order"; orderId: ShopOrderId }
  | { about: "pos-order"; orderId: string; externalId?: string }
  | { about: "stock"; sku?: Sku; warehouseId?: WarehouseId; itemId?: string; locationId?: LocationId }
  | { about: "catalogue"; remoteId?: string }
  | { about: "location" }
  | { about: "nothing"; reason: string };

export type IncomingRequest = { path: string; headers: Headers; body: Uint8Array };
/** `withPrevious`: by the key from before a rotation. `unreadable` deliveries are stored and raised as well; `wrong-credentials` keeps nothing of the body. */
export type Verified =
  | { result: "accepted"; deliveries: (Delivery & { unreadable?: string })[]; withPrevious?: boolean }
  | { result: "wrong-credentials" };

/** Something about the shop's own set-up that will bite. `kind` is an exception kind's id. */
export type Finding = { kind: "scope-missing" | "webhook-missing" | "sells-below-zero" | "not-tracked"; entity: string; detail: string };

/** One entry per thing a platform may be able to do for us. Trouble with one item is returned, trouble with the connection is thrown. */
export type Ports = {
  /** `since` ISO time or null for all; `page` from the previous answer. Sorted oldest change first. */
  catalogue: {
    listChanged(since: string | null, page: string | null): Promise<Page<Product>>;
    /** Exact SKUs only, byte for byte. Two products with one SKU come back as two. */
    listBySku(skus: readonly Sku[]): Promise<Product[]>;
  };
  locations: { list(): Promise<ShopLocation[]> };
  warehouses: { list(): Promise<PosWarehouse[]>; listRates(): Promise<string[]> };
  orders: {
    listSince(since: string, page: string | null): Promise<Page<{ id: ShopOrderId; name: string; version: string }>>;
    /** Whole, to the last line. Null: the shop does not know it. */
    find(id: ShopOrderId): Promise<ShopOrder | null>;
  };
  posOrders: {
    /** Throws ConnectorError; `down` with `unsent: false` means it may have been made. Returns the order's id. */
    create(draft: PosOrderDraft): Promise<string>;
    findByExternalId(externalId: string): Promise<PosOrder | null>;
    /** By what staff read at the till: the order's number, or that of its receipt. */
    findByNumber(number: string): Promise<PosOrder | null>;
    /** One call per run of neighbouring ids. Missing ones are left out. */
    listByIds(ids: readonly string[]): Promise<PosOrder[]>;
    /** From a cursor, ascending; web and till orders alike. */
    listFrom(id: string | null, limit: number): Promise<PosOrder[]>;
    cancel(id: string): Promise<void>;
    reserveUntil(id: string, until: string): Promise<void>;
    /** How long after a create a look-up may still miss it. */
    readonly patienceMs: number;
  };
  posStock: {
    read(warehouseId: WarehouseId, skus: readonly Sku[]): Promise<PosLevel[]>;
    /** The id of the last one booked; null where there is none. */
    findNewestMovement(): Promise<string | null>;
    /** Ascending by id, of at most `limit` transactions, starting at `from` (inclusive). One per SKU: id and SKU together are unique. */
    listMovements(from: string | null, limit: number): Promise<PosMovement[]>;
    /** For virtual warehouses, which have no movements. */
    listChangedLevels(warehouseId: WarehouseId, since: string): Promise<ListedPosLevel[]>;
    listLevels(warehouseId: WarehouseId, page: string | null): Promise<Page<ListedPosLevel>>;
  };
  stock: {
    readonly batchSize: number;
    read(pairs: readonly { sku: Sku; itemId: string; locationId: LocationId }[]): Promise<ShopLevel[]>;
    /** `reference` shows in the merchant's own inventory history. One outcome per write, in order. */
    write(writes: readonly ShopLevelWrite[], reference: string, idempotencyKey: string): Promise<ShopLevelOutcome[]>;
    activate(itemId: string, locationId: LocationId, idempotencyKey: string): Promise<void>;
    listLevels(locationId: LocationId, page: string | null): Promise<Page<ShopLevel>>;
  };
  webhooks: {
    verify(request: IncomingRequest): Promise<Verified>;
    /** Makes what is missing. Platforms without an API for it return the list to set up by hand. */
    ensureSubscribed(url: string): Promise<{ made: string[]; byHand: string[] }>;
  };
  audit: { list(): Promise<Finding[]> };
  /** Cheapest call that proves the key works. `zone` is empty where the platform does not say it. */
  check: { ping(): Promise<{ name: string; currency: string; zone: string }> };
};

export type Capability = keyof Ports;

/** What a POS told of its own order. */
export type PosOrderNews = "made" | "ready" | "delivered" | "closed" | "cancelled";

export type Connector = {
  readonly id: string;
  readonly label: string;
  readonly role: "pos" | "shop";
  /** The platform's own words, for screens. */
  readonly words: { location: string; product: string; order: string };
  readonly settings: z.ZodType;
  readonly can: readonly Capability[];
  http(settings: unknown): HttpProfile;
  open(http: Http, settings: unknown): Partial<Ports>;
  /** A person's way to the record in the platform's own screens. */
  link(settings: unknown, to: { order: string } | { product: string }): string | null;
  /** What it is asked to tell us by itself; empty where that is entered by hand there. */
  readonly topics: readonly string[];
  /** The key in use as a person knows it, nothing of it that opens a door, and how to make a new one. */
  key(settings: unknown): { name: string; renew: string };
  /** What a stored message said of an order; null = nothing a person cares for. */
  newsIn?(topic: string, body: string): PosOrderNews | null;
};

/** `can` is the promise, `open` keeps it: a capability listed but not returned does not compile. */
export function defineConnector<const C extends Capability, S extends z.ZodType>(
  spec: Omit<Connector, "settings" | "can" | "http" | "open" | "link" | "key"> & {
    settings: S;
    can: readonly C[];
    http(settings: z.output<S>): HttpProfile;
    open(http: Http, settings: z.output<S>): Pick<Ports, C>;
    link(settings: z.output<S>, to: { order: string } | { product: string }): string | null;
    key(settings: z.output<S>): { name: string; renew: string };
  },
): Connector {
  return {
    ...spec,
    http: (raw) => spec.http(spec.settings.parse(raw)),
    open: (http, raw) => spec.open(http, spec.settings.parse(raw)),
    link: (raw, to) => spec.link(spec.settings.parse(raw), to),
    key: (raw) => spec.key(spec.settings.parse(raw)),
  };
}
