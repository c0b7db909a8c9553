import { stringify } from "csv-stringify/sync";

import type { Finance } from "@/lib/data/finance";
import { judgeSides, type Sides, unexplained } from "@/lib/domain/finance/sides";
import { toAmount } from "@/lib/domain/money";

import { safeCell } from "./safe-cell";

const columns = [
  "day",
  "store",
  "vat_rate",
  "currency",
  "orders",
  "shop_gross",
  "till_orders",
  "till_gross",
  "difference",
  "held_orders",
  "held",
  "waiting_orders",
  "waiting",
  "by_hand_orders",
  "by_hand",
  "unexplained",
  "shop_vat",
  "till_vat",
  "rounding",
  "verdict",
] as const;

/** What the page shows, a line per day, store and VAT rate, and the total. Amounts are plain numbers, so that a spreadsheet adds them up. */
export function writeFinanceCsv({ days, rates, total }: Finance, currency: string): string {
  const line = (day: string, store: string, rate: string, sides: Sides) => {
    const money = (amount: number) => toAmount(amount, currency);
    const { orders, crossed, held, waiting, byHand, shop, till, heldAmount, waitingAmount, byHandAmount, shopVat, tillVat, rounding } =
      sides;
    return [
      ...[day, safeCell(store), rate, currency, orders, money(shop), crossed, money(till), money(shop - till)],
      ...[held, money(heldAmount), waiting, money(waitingAmount), byHand, money(byHandAmount), money(unexplained(sides))],
      ...[money(shopVat), money(tillVat), money(rounding), rate === "all" ? judgeSides(sides) : ""],
    ];
  };
  const byRate = (day: string, store: string, list: Finance["rates"]) =>
    list.map(({ rate, ...sides }) => line(day, store, rate === null ? "none" : `${rate} %`, sides));
  const lines = [
    ...days.flatMap(({ day, stores, ...sum }) => [
      ...stores.flatMap(({ name, rates: inside, ...sides }) => [line(day, name, "all", sides), ...byRate(day, name, inside)]),
      line(day, "All stores", "all", sum),
    ]),
    ...byRate("All days", "All stores", rates),
    line("All days", "All stores", "all", total),
  ];
  return stringify(lines, { header: true, columns: [...columns], bom: true, record_delimiter: "\r\n" });
}
