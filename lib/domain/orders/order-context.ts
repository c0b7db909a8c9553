import type { LocationId, ShopOrderId, Sku, WarehouseId } from "../ids";
import type { PriceFacts } from "../prices/compare-prices";
import type { Correction } from "./apply-corrections";
import type { RoutingFacts } from "./route-order";

/** Which payment makes an order due at the till. */
export type DueWhen = "paid" | "authorized" | "any";

export type ProductAtPos =
  | { state: "known"; sku: Sku; title: string }
  | { state: "inactive"; sku: Sku; title: string }
  | { state: "unknown" };

/** Everything the plan of an order depends on besides the order: the rule itself does no look-ups. */
export type OrderContext = {
  shop: { code: string; name: string; dueWhen: DueWhen; reserveDays: number };
  pos: { currency: string; rates: ReadonlySet<string> };
  /** Milliseconds since the epoch. */
  now: number;
  product(sku: Sku): ProductAtPos;
  warehouse(location: LocationId): WarehouseId | null;
  /** What people corrected in an order, by its id. */
  corrections(orderId: ShopOrderId): readonly Correction[];
  /** The service product for lines without a code: by their own title, else for their kind. */
  service(what: "custom" | "shipping" | "gift-card", title: string): Sku | null;
  /** Where the shop's prices are checked against the till's. */
  prices?: PriceFacts | undefined;
  /** Where orders that name no location are given one. */
  routing?: RoutingFacts | undefined;
};
