import { type OrderSearch, ordersHref } from "@/components/trace/order-search";
import { cn } from "@/components/ui/cn";
import { NumberLink } from "@/components/ui/number-link";
import { sayCount } from "@/components/ui/say-count";
import { Td, Tr } from "@/components/ui/table";
import { judgeSides, type Sides } from "@/lib/domain/finance/sides";
import type { MoneyState } from "@/lib/domain/orders/order-filter";

import { AmountLink } from "./amount-link";
import { TiedMark } from "./tied-mark";

type Props = {
  as: "day" | "store" | "rate";
  label: string;
  sides: Sides;
  scope: Partial<OrderSearch>;
  currency: string;
  hasByHand: boolean;
};

const looks = { day: "bg-muted font-medium", store: "bg-card", rate: "bg-card text-muted-foreground text-xs" } as const;
const names = { day: "font-medium", store: "pl-3", rate: "pl-6 text-muted-foreground" } as const;
const inks = { tied: "text-good", open: "text-warn", unexplained: "text-bad", empty: "" } as const;

/** One line of both sides; each number opens the orders that it adds up. */
export function SidesRow({ as, label, sides, scope, currency, hasByHand }: Props) {
  const href = (what: MoneyState) => ordersHref({ ...scope, what });
  const verdict = judgeSides(sides);
  const amount = (value: number, what: MoneyState, words: string, count = sides.orders) => (
    <AmountLink amount={value} currency={currency} href={href(what)} label={`${words}, ${label}`} isEmpty={count === 0 && value === 0} />
  );
  const counted = (value: number, what: MoneyState, words: string, count: number) => (
    <span className="whitespace-nowrap">
      {count > 0 && <span className="mr-1.5 font-normal text-faint text-xs">{sayCount(count)} ×</span>}
      {amount(value, what, words, count)}
    </span>
  );
  return (
    <Tr className={looks[as]}>
      <th scope="row" className={cn("sticky left-0 h-9 whitespace-nowrap text-left font-normal", looks[as])}>
        <span className={names[as]}>{label}</span>
      </th>
      <Td isNumber>
        <NumberLink count={sides.orders} href={href("counted")} label={`web orders, ${label}`} />
      </Td>
      <Td isNumber>{amount(sides.shop, "counted", "in the shop")}</Td>
      <Td isNumber>{amount(sides.till, "crossed", "at the till", sides.crossed)}</Td>
      <Td isNumber>
        {verdict === "tied" && as !== "rate" ? (
          <TiedMark />
        ) : verdict === "tied" ? (
          <span className="text-faint">—</span>
        ) : (
          <AmountLink
            amount={sides.shop - sides.till}
            currency={currency}
            href={href(verdict === "unexplained" ? "counted" : "missing")}
            label={`${verdict === "unexplained" ? "not explained" : "not at the till"}, ${label}`}
            className={inks[verdict]}
          />
        )}
      </Td>
      <Td isNumber>{counted(sides.heldAmount, "held", "held", sides.held)}</Td>
      <Td isNumber>{counted(sides.waitingAmount, "waiting", "waiting", sides.waiting)}</Td>
      {hasByHand && <Td isNumber>{counted(sides.byHandAmount, "by-hand", "settled by hand", sides.byHand)}</Td>}
      <Td isNumber>{amount(sides.shopVat, "counted", "VAT in the shop")}</Td>
      <Td isNumber>{amount(sides.tillVat, "crossed", "VAT at the till", sides.crossed)}</Td>
      <Td isNumber>
        <AmountLink
          amount={sides.rounding}
          currency={currency}
          href={href("rounding")}
          label={`VAT rounding, ${label}`}
          isSigned
          isEmpty={sides.rounded === 0}
        />
      </Td>
    </Tr>
  );
}
