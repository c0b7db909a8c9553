import { kindOf } from "../exceptions/kinds";
import { sayMoney } from "../say-money";
import type { RuleCondition } from "./rule";

export const familyNames = {
  mapping: "Mappings",
  money: "Money and tax",
  orders: "Orders",
  stock: "Stock",
  connection: "Connections",
} as const;

export type RuleNames = { shops: ReadonlyMap<string, string>; places: ReadonlyMap<string, string> };

/** What a rule asks for, as people read it: "Mappings of Web shop, £500.00 or more". */
export function sayRule({ about, shopId, place, minAmount, currency }: RuleCondition, names: RuleNames): string {
  return [
    `${sayAbout(about)}${shopId ? ` of ${names.shops.get(shopId) ?? "a shop that is gone"}` : ""}`,
    place && `at ${names.places.get(place) ?? "a store that is gone"}`,
    minAmount > 0 && `${sayMoney(minAmount, currency)} or more`,
  ]
    .filter(Boolean)
    .join(", ");
}

export function sayAbout(about: string): string {
  if (about === "") return "Everything";
  const [what, id = ""] = about.split(":");
  if (what === "family") return familyNames[id as keyof typeof familyNames] ?? id;
  return `“${kindOf(id)?.title ?? id}”`;
}
