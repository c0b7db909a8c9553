import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { listConnections } from "@/lib/data/connections";
import { listHolding, readFinance } from "@/lib/data/finance";
import { sayCause } from "@/lib/domain/exceptions/verdict";
import { periodOf } from "@/lib/domain/finance/period";
import { isoDayIn } from "@/lib/domain/zone-clock";

const Day = z.union([z.iso.date(), z.literal("")]).catch("");
export const FinanceFilter = z.object({ shop: z.string().max(40).catch(""), from: Day, to: Day });
export type FinanceFilter = z.infer<typeof FinanceFilter>;

/** The shop and the days that a filter means: the first shop and the last seven days where it says nothing. Null: there is no shop. */
export async function readScope({ shop: wanted, from, to }: FinanceFilter) {
  const shops = await listConnections({ role: "shop" });
  const shop = shops.find(({ id }) => id === wanted) ?? (wanted === "" ? shops[0] : undefined);
  if (!shop) {
    if (wanted !== "") throw new AppError("not-found", "This shop does not exist.");
    return null;
  }
  const today = isoDayIn(shop.zone, new Date());
  return { shops, shop, today, period: periodOf({ from, to }, today) };
}

/** Finance's home as its page and its route answer it. */
export async function tellFinance(filter: FinanceFilter) {
  const scope = await readScope(filter);
  if (!scope) return { shops: [], asOf: new Date(), report: null };
  const { shops, shop, today, period } = scope;
  const [finance, holding, tills] = await Promise.all([
    readFinance(shop, period),
    listHolding(shop, period),
    listConnections({ role: "pos" }),
  ]);
  const names = { shop: shop.name, pos: tills.find(({ id }) => id === shop.posId)?.name ?? "the till" };
  return {
    shops: shops.map(({ id, name }) => ({ id, name })),
    asOf: new Date(),
    report: {
      ...finance,
      shopId: shop.id,
      currency: shop.currency,
      zone: shop.zone,
      names,
      today,
      period,
      holding: holding.map(({ id, kind, entity: _, evidence, ...rest }) => ({
        id,
        kind,
        ...rest,
        sentence: sayCause({ kind, evidence }, names),
      })),
    },
  };
}
