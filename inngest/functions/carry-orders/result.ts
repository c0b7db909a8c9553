import type { Effect } from "@/lib/data/effects";
import type { ClaimedOrder } from "@/lib/data/order-lanes";
import type { OrderResult } from "@/lib/data/record-orders";
import { emailHash } from "@/lib/data/search-keys";
import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";

/** What the later steps must know of an order without carrying it from step to step. */
export type OrderFacts = Pick<ClaimedOrder, "shopId" | "orderId" | "version" | "attempts"> &
  Pick<OrderResult, "name" | "amount" | "currency" | "customerHash" | "promiseAt" | "units"> & { email: string };

type Said = Pick<OrderResult, "outcome" | "why"> &
  Partial<Pick<OrderResult, "waitMs" | "causes" | "detail" | "confirmedKeys" | "searchKeys" | "attempts">>;

export function resultOf({ email: _, ...facts }: OrderFacts, said: Said): OrderResult {
  return { waitMs: 0, causes: [], detail: {}, confirmedKeys: [], searchKeys: [], ...facts, ...said };
}

/** Seconds between attempts: 5, 10, 20 … up to 10 minutes. */
export const backOffMs = (attempts: number): number => Math.min(600, 5 * 2 ** Math.max(0, attempts - 1)) * 1000;

export function factsOf(claimed: ClaimedOrder, order: ShopOrder | null, promiseAt: string | null): OrderFacts {
  const { shopId, orderId, version, attempts } = claimed;
  return {
    shopId,
    orderId,
    version,
    attempts,
    name: order?.name ?? orderId,
    amount: order?.total ?? 0,
    currency: order?.currency ?? "",
    customerHash: emailHash(order?.email ?? ""),
    promiseAt,
    units: order?.lines.reduce((total, { quantity }) => total + quantity, 0) ?? 0,
    email: order?.email ?? "",
  };
}

/** Why nothing is to be sent for an order that somebody entered by hand; empty for any other. */
export function sayLinked(effects: readonly Pick<Effect, "webRows" | "remoteId">[]): string {
  const linked = effects.find(({ webRows }) => webRows);
  return linked ? `Already there: entered at the till by hand as ${linked.remoteId}` : "";
}

/** A sentence for lists: the first cause, and how many more there are. */
export function whyHeld(causes: readonly CauseDraft[]): string {
  const [first] = causes;
  if (!first) return "";
  const more = causes.length - 1;
  return `${first.detail.field}: ${first.detail.value}${more > 0 ? ` and ${more} more` : ""}`;
}
