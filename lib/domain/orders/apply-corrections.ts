import { type OrderFact, readFact, writeFact } from "./order-fact";
import type { ShopOrder } from "./shop-order";

/** A person's word on one fact. `was`: what the shop said when it was given. */
export type Correction = { fact: OrderFact; was: string; value: string; label: string };

/** A correction counts only while the shop still says what was corrected: what the shop says anew is newer, and wins. */
export const isOvertaken = (source: ShopOrder, { fact, was }: Pick<Correction, "fact" | "was">): boolean => readFact(source, fact) !== was;

/** The shop's order with what people corrected in it; the source itself stays as it was read. */
export function applyCorrections(source: ShopOrder, corrections: readonly Correction[]): ShopOrder {
  return corrections
    .filter((correction) => !isOvertaken(source, correction))
    .reduce((order, { fact, value, label }) => writeFact(order, fact, value, label), source);
}
