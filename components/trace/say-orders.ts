import type { OrderTotals } from "@/components/query/order-answers";
import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import { sayDate } from "@/components/ui/say-date";
import type { MoneyState, OrderFilter } from "@/lib/domain/orders/order-filter";

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
  day: "promised on this day, at the till or not",
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

export const moneyWords: Record<MoneyState, string> = {
  "": "",
  counted: "meant for the till",
  crossed: "at the till, read back and equal",
  missing: "not at the till",
  held: "held",
  waiting: "waiting for their turn",
  "by-hand": "settled by hand",
  rounding: "VAT differs by rounding",
  void: "not for the till: cancelled on both sides, a test, or made at a till",
};

const sayPlacedOn = ({ from, to }: OrderFilter): string => {
  if (from !== "" && from === to) return `placed on ${sayDate(from)}`;
  return [from && `placed from ${sayDate(from)}`, to && `${from ? "" : "placed "}to ${sayDate(to)}`].filter(Boolean).join(" ");
};

/** What narrows a list and has no menu of its own: the way here was a number on another page. */
export const sayPart = (filter: OrderFilter, places: ReadonlyMap<string, string>): string[] =>
  [
    moneyWords[filter.what],
    sayPlacedOn(filter),
    filter.store === "" ? "" : filter.store === "none" ? "no location" : (places.get(filter.store) ?? "another store"),
    filter.rate === "" ? "" : filter.rate === "none" ? "money without a VAT rate" : `VAT at ${filter.rate} %`,
    filter.currency,
    filter.cause === "" ? "" : "held by one cause",
    filter.promotion === "" ? "" : "prices explained by one promotion",
  ].filter(Boolean);

export const isNarrowed = (filter: OrderFilter): boolean => Object.values(filter).some((value) => value !== "");
