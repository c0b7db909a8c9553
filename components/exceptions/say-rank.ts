import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";

import { sayMinute, sayWhen } from "./say-promise";

type Ranked = {
  rank: number;
  amount: number;
  currency: string;
  people: number;
  units: number;
  promiseAt: Date | null;
  openedAt: Date;
  pressure: { overdue: number; due: number };
};

export const rankRule = "Order: promises broken, promises within four hours, money, people, units, age.";

/** Why a cause stands where it stands: "Ranked 1st: 3 customers are due by 17:00, £214.00 is stuck." */
export function sayRank(position: number, cause: Ranked, now: Date, zone: string): string {
  return `Ranked ${sayOrdinal(position)}: ${reasonOf(cause, now, zone)}.`;
}

function reasonOf({ rank, amount, currency, people, units, promiseAt, openedAt, pressure }: Ranked, now: Date, zone: string): string {
  const money = amount > 0 && currency !== "" ? sayMoney(amount, currency) : null;
  if (rank === 0 && promiseAt) {
    const who = sayCount(Math.max(1, pressure.overdue), "customer");
    return [`${who} should have been served by now, the first at ${sayWhen(promiseAt, now, zone)}`, money && `${money} is stuck`]
      .filter(Boolean)
      .join(", ");
  }
  if (rank === 1 && promiseAt) {
    const count = Math.max(1, pressure.due);
    const who =
      count === 1
        ? `1 customer is due at ${sayMinute(promiseAt, zone)}`
        : `${sayCount(count, "customer")} are due within four hours, the first at ${sayMinute(promiseAt, zone)}`;
    return [who, money && `${money} is stuck`].filter(Boolean).join(", ");
  }
  if (money) return `no promise is near, ${money}${people > 0 ? ` of ${sayCount(people, "customer")}` : ""} is stuck`;
  if (units > 0) return `no promise is near, ${sayCount(units, "unit")} ${units === 1 ? "is" : "are"} at risk`;
  return `no promise is near and no money is stuck, open since ${sayWhen(openedAt, now, zone)}`;
}

export function sayOrdinal(position: number): string {
  const tens = position % 100;
  if (tens >= 11 && tens <= 13) return `${position}th`;
  return `${position}${{ 1: "st", 2: "nd", 3: "rd" }[position % 10] ?? "th"}`;
}
