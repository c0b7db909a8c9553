import type { BufferRule } from "@/components/query/stock-answers";

/** `isOwn`: the rule stands at exactly this place, so it can be taken away here. */
export type BufferSource = { isOwn: boolean; text: string; units: number };

const none: BufferSource = { isOwn: false, text: "", units: 0 };

/** The rule that counts for a product at a location, most specific first. Location "" = the product's rule for all of them. */
export function bufferSourceOf(rules: readonly BufferRule[], shopId: string, locationId: string): BufferSource {
  const find = (isOwn: boolean, at: string) =>
    rules.find((rule) => rule.shopId === shopId && rule.isOwn === isOwn && rule.locationId === at);
  const own = find(true, locationId);
  if (own) return { isOwn: true, text: "own rule", units: own.units };
  const wider = [
    { rule: locationId === "" ? undefined : find(true, ""), text: "all locations" },
    { rule: locationId === "" ? undefined : find(false, locationId), text: "all products here" },
    { rule: find(false, ""), text: "all products" },
  ].find(({ rule }) => rule !== undefined);
  return wider?.rule ? { isOwn: false, text: wider.text, units: wider.rule.units } : none;
}
