import Link from "next/link";

import type { FinanceReport } from "@/components/query/finance-answers";
import { ordersHref } from "@/components/trace/order-search";
import { cn } from "@/components/ui/cn";
import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import { type BridgeStep, bridgeOf, judgeSides } from "@/lib/domain/finance/sides";

import { TiedMark } from "./tied-mark";

const words: Record<BridgeStep["what"], string> = {
  counted: "Web orders",
  held: "Held",
  waiting: "Waiting",
  "by-hand": "Settled by hand",
  already: "Of these at the till",
  unexplained: "Unexplained",
  crossed: "At the till",
};

/** From the shop's sum to the till's in named steps, and the difference, always in sight. */
export function Bridge({ report: { total, currency, shopId: shop, period } }: { report: FinanceReport }) {
  const verdict = judgeSides(total);
  const difference = total.shop - total.till;
  return (
    <section aria-label="From the shop to the till" className="flex shrink-0 flex-wrap items-stretch gap-y-2 border-b bg-card px-4 py-2.5">
      {bridgeOf(total).map(({ what, amount, orders }, at) => (
        <Link
          key={what}
          href={ordersHref({ shop, ...period, what: what === "already" ? "missing" : what === "unexplained" ? "crossed" : what })}
          className="group grid min-w-0 content-start rounded-sm border-r py-0.5 pr-4 [&:not(:first-child)]:pl-4"
        >
          <span className="text-muted-foreground text-xs">
            {at > 0 && what !== "crossed" && <span aria-hidden>{amount > 0 ? "+ " : "− "}</span>}
            {what === "crossed" && <span aria-hidden>= </span>}
            {words[what]}
          </span>
          <span
            className={cn(
              "font-semibold text-lg tabular-nums tracking-tight group-hover:text-link",
              what === "unexplained" && "text-bad",
              (what === "held" || what === "waiting") && amount === 0 && "text-faint",
            )}
          >
            {sayMoney(Math.abs(amount), currency)}
          </span>
          {orders !== null && <span className="text-faint text-xs">{sayCount(orders, "order")}</span>}
        </Link>
      ))}
      <Link
        href={ordersHref({ shop, ...period, what: "missing" })}
        className="group ml-auto grid content-start rounded-sm py-0.5 pl-4 text-right max-md:ml-0 max-md:text-left"
      >
        <span className="text-muted-foreground text-xs">Difference</span>
        <span
          className={cn(
            "font-semibold text-lg tabular-nums tracking-tight group-hover:text-link",
            verdict === "tied" ? "text-good" : verdict === "unexplained" ? "text-bad" : "text-warn",
          )}
        >
          {sayMoney(difference, currency)}
        </span>
        <span className="text-faint text-xs">
          {verdict === "tied" ? <TiedMark /> : `${sayCount(total.orders - total.crossed, "order")} not through`}
        </span>
      </Link>
    </section>
  );
}
