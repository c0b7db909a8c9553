import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";

type Holding = { family: string; records: number; amount: number; currency: string; units: number };

/** "42 orders", "3 products". Null where a connection itself is in trouble: what it holds cannot be counted. */
export function sayHeld({ family, records, amount }: Holding): string | null {
  if (family === "stock") return sayCount(records, "product");
  if (family === "connection" && amount === 0) return null;
  return sayCount(records, "order");
}

/** What is at stake in one figure: money, else units. Null where there is neither. */
export function sayStake({ family, amount, currency, units }: Holding): string | null {
  if (amount > 0 && currency !== "") return sayMoney(amount, currency);
  return family === "stock" && units > 0 ? sayCount(units, "unit") : null;
}
