import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import { type Role, roleNames } from "@/lib/auth/permissions";
import type { CauseFilter } from "@/lib/domain/exceptions/cause";

type Totals = { causes: number; orders: number; amounts: readonly { currency: string; amount: number }[] };
export type ScopeNames = { shops: ReadonlyMap<string, string>; people: ReadonlyMap<string, string>; kinds?: ReadonlyMap<string, string> };

export const stateWords: Record<CauseFilter["state"], string> = {
  active: "open",
  open: "open and not taken",
  working: "being worked on",
  snoozed: "snoozed",
  ignored: "ignored",
  resolved: "resolved",
};
const before = new Set<CauseFilter["state"]>(["active", "snoozed", "ignored", "resolved"]);

export const familyWords = {
  mapping: "mappings",
  money: "money and tax",
  orders: "orders",
  stock: "stock",
  connection: "connections",
} as const;

/** "open causes", "1 snoozed cause", "causes being worked on". */
export function sayCauses(state: CauseFilter["state"], count: number | null): string {
  const noun = count === 1 ? "cause" : "causes";
  return before.has(state) ? `${stateWords[state]} ${noun}` : `${noun} ${stateWords[state]}`;
}

/** "open causes hold 214 orders, £3,118.00": what follows the number of causes. */
export function sayHolding({ causes, orders, amounts }: Totals, state: CauseFilter["state"]): string {
  const what = sayCauses(state, causes);
  if (causes === 0 || orders === 0) return what;
  const money = amounts
    .filter(({ currency, amount }) => currency !== "" && amount !== 0)
    .map(({ currency, amount }) => sayMoney(amount, currency));
  return `${what} ${causes === 1 ? "holds" : "hold"} ${[sayCount(orders, "order"), ...money].join(", ")}`;
}

/** What the list is narrowed to, one part per facet. */
export function sayNarrowing({ owner, family, kind, shop, q }: CauseFilter, { shops, people, kinds }: ScopeNames): string[] {
  return [
    owner === "" ? "" : sayOwner(owner, people),
    family === "" ? "" : familyWords[family],
    kind === "" ? "" : (kinds?.get(kind) ?? kind),
    shop === "" ? "" : (shops.get(shop) ?? "another shop"),
    q.trim() === "" ? "" : `“${q.trim()}”`,
  ].filter((part) => part !== "");
}

function sayOwner(owner: string, people: ScopeNames["people"]): string {
  if (owner === "me") return "assigned to me";
  if (owner === "nobody") return "assigned to nobody";
  if (owner.startsWith("rule:")) return "given by an ownership rule";
  if (owner.startsWith("role:")) return `for ${roleNames[owner.slice(5) as Role] ?? owner.slice(5)}`;
  return `assigned to ${people.get(owner) ?? "somebody else"}`;
}

/** The same as one sentence, for confirmations and screen readers. */
export const sayScope = (totals: Totals, filter: CauseFilter, names: ScopeNames): string =>
  [`${sayCount(totals.causes)} ${sayHolding(totals, filter.state)}`, ...sayNarrowing(filter, names)].join(" · ");
