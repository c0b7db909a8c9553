import Link from "next/link";

import { cn } from "@/components/ui/cn";
import { sayMoney } from "@/components/ui/money";

type Props = {
  amount: number;
  currency: string;
  href: string;
  /** What it is, for who cannot see the heading. */
  label: string;
  isSigned?: boolean;
  /** Nothing is counted there: no list to open. */
  isEmpty?: boolean;
  className?: string | undefined;
};

/** An amount that opens the orders it adds up. */
export function AmountLink({ amount, currency, href, label, isSigned = false, isEmpty = false, className }: Props) {
  const said = sayMoney(amount, currency, { isSigned });
  if (isEmpty) return <span className="text-faint">—</span>;
  return (
    <Link
      href={href}
      aria-label={`${said} ${label}`}
      className={cn(
        "whitespace-nowrap rounded-sm tabular-nums decoration-border-strong underline-offset-3 hover:text-link hover:underline",
        className,
      )}
    >
      {said}
    </Link>
  );
}
