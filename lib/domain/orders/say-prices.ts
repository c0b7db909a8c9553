import { z } from "zod";

import { toAmount } from "../money";
import { sayPercent } from "../prices/round-percent";

const Noted = z.array(
  z.object({
    title: z.string(),
    percent: z.string(),
    due: z.int(),
    paid: z.int(),
    promotion: z.object({ name: z.string() }).nullable(),
    isQuantityPrice: z.boolean(),
  }),
);

/** What a record noted of prices, line by line: how far off, and what explains it. */
export function saidOfPrices(noted: unknown, currency: string): string[] {
  return (Noted.safeParse(noted).data ?? []).map(({ title, percent, due, paid, promotion, isQuantityPrice }) => {
    const why = promotion ? `: ${promotion.name}` : isQuantityPrice ? ": a price for several" : ": no promotion is known for it";
    return `${title} is ${sayPercent(percent)} the till's price (${toAmount(paid, currency)} for ${toAmount(due, currency)})${why}`;
  });
}
