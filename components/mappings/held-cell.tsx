import Link from "next/link";

import { inboxHref } from "@/components/exceptions/cause-search";
import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";

type Props = { causeId: string | null; orders: number; amount: number; currency: string };

/** What a gap holds; opens the cause that counts it. */
export function HeldCell({ causeId, orders, amount, currency }: Props) {
  if (!causeId || orders === 0) return <span className="text-faint">–</span>;
  return (
    <Link
      href={inboxHref({ cause: causeId })}
      onClick={(event) => event.stopPropagation()}
      className="group/held inline-block rounded-sm leading-4.5"
    >
      <span className="block font-medium tabular-nums">{currency ? sayMoney(amount, currency) : "–"}</span>
      <span className="block text-faint text-xs underline-offset-3 group-hover/held:text-link group-hover/held:underline">
        {sayCount(orders, "order")} held
      </span>
    </Link>
  );
}
