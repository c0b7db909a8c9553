import { sayMoney } from "@/lib/domain/say-money";

import { cn } from "./cn";

export { sayMoney };

type Props = { amount: number | bigint; currency: string; isSigned?: boolean; className?: string };

export function Money({ amount, currency, isSigned = false, className }: Props) {
  return <span className={cn("whitespace-nowrap tabular-nums", className)}>{sayMoney(amount, currency, { isSigned })}</span>;
}
