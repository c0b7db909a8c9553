import type { BufferRule } from "@/components/query/stock-answers";

/** `isOwn`: the rule stands at exactly this place, so it can be taken away here. */
export type BufferSource = { isOwn: boolean; text: string; units: number };

const none: BufferSource = { isOwn: false, text: "", units: 0 };

/** The rule that counts for a product at a location, most specific first. Location "" = the product's rule for all of them. */
export function bufferSourceOf(rules: readonly BufferRule[], shopId: string, locationId: string): BufferSource {
  const find = (isOwn: boolean, ofCategory: boolean, at: string) =>
    rules.find((rule) => rule.shopId === shopId && rule.isOwn === isOwn && (rule.category !== "") === ofCategory && rule.locationId === at);
  const own = find(true, false, locationId);
  if (own) return { isOwn: true, text: "own rule", units: own.units };
  const isHere = locationId !== "";
  const wider = [
    { rule: isHere ? find(true, false, "") : undefined, say: () => "all locations" },
    { rule: isHere ? find(false, true, locationId) : undefined, say: (category: string) => `all ${category} here` },
    { rule: find(false, true, ""), say: (category: string) => `all ${category}` },
    { rule: isHere ? find(false, false, locationId) : undefined, say: () => "all products here" },
    { rule: find(false, false, ""), say: () => "all products" },
  ].find(({ rule }) => rule !== undefined);
  return wider?.rule ? { isOwn: false, text: wider.say(wider.rule.category), units: wider.rule.units } : none;
}
