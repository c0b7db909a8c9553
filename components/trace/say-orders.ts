import type { OrderTotals } from "@/components/query/order-answers";
import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import type { OrderFilter } from "@/lib/domain/orders/order-filter";

export const stateWords: Record<OrderFilter["state"], string> = {
  "": "",
  open: "not at the till yet",
  ready: "next in line",
  waiting: "waiting",
  held: "held",
  done: "done",
};
export const promiseWords: Record<OrderFilter["promise"], string> = {
  "": "",
  broken: "promise broken",
  "4h": "promised within 4 hours or before",
  today: "promised today or before",
};

/** "orders held, of 41 people, £3,210.00": what a filter finds besides how many. */
export function sayOrderTotals(filter: OrderFilter, totals: OrderTotals | undefined): string {
  const noun = totals?.orders === 1 ? "order" : "orders";
  const what = [noun, stateWords[filter.state]].filter(Boolean).join(" ");
  if (!totals || totals.orders === 0) return what;
  const money = totals.amounts.map(({ currency, amount }) => sayMoney(amount, currency)).join(" + ");
  return [what, totals.people > 0 && `of ${sayCount(totals.people, "person", "people")}`, money].filter(Boolean).join(", ");
}

export const sayOrderNarrowing = (filter: OrderFilter, shops: ReadonlyMap<string, string>): string[] =>
  [
    promiseWords[filter.promise],
    filter.healed === "" ? "" : "were held and went through today without a person",
    filter.due === "" ? "" : "due now",
    filter.shop === "" ? "" : (shops.get(filter.shop) ?? "another shop"),
    filter.q === "" ? "" : `found by “${filter.q}”`,
  ].filter(Boolean);

export const isNarrowed = (filter: OrderFilter): boolean => Object.values(filter).some((value) => value !== "");
