import Link from "next/link";

import { inboxHref } from "@/components/exceptions/cause-search";
import type { FinanceReport } from "@/components/query/finance-answers";
import { ordersHref } from "@/components/trace/order-search";
import { Card, CardHeader } from "@/components/ui/card";
import { NumberLink } from "@/components/ui/number-link";
import { sayCount } from "@/components/ui/say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";

import { AmountLink } from "./amount-link";
import { TiedMark } from "./tied-mark";

const shown = 6;

/** Which causes the held money hangs on, costliest first. */
export function HoldingCauses({ report: { holding, shopId: shop, period, currency, total } }: { report: FinanceReport }) {
  const overlap = holding.some(({ others }) => others > 0);
  const more = holding.length - shown;
  return (
    <Card className="min-w-0">
      <CardHeader title="What holds money" hint={overlap ? "an order with two causes counts in both" : undefined} />
      {holding.length === 0 ? (
        <div className="grid min-h-24 place-content-center justify-items-center gap-1 p-4 text-muted-foreground">
          {total.held === 0 ? "No order of these days is held." : "The held orders wait for their next look."}
          {total.crossed === total.orders && <TiedMark />}
        </div>
      ) : (
        <Table label="Causes that hold money" className="[&_td]:px-3 [&_th]:px-3">
          <Thead>
            <tr>
              <Th>Cause</Th>
              <Th isNumber>Orders</Th>
              <Th isNumber>Held</Th>
            </tr>
          </Thead>
          <Tbody>
            {holding.slice(0, shown).map(({ id, kind, sentence, orders, amount }) => {
              const href = ordersHref({ shop, ...period, what: "held", currency, cause: id });
              return (
                <Tr key={id}>
                  <Td className="max-w-0 w-full">
                    <Link
                      href={inboxHref({ shop, kind, cause: id })}
                      title={sentence}
                      className="block truncate rounded-sm hover:text-link hover:underline"
                    >
                      {sentence}
                    </Link>
                  </Td>
                  <Td isNumber>
                    <NumberLink count={orders} href={href} label="orders held by it" />
                  </Td>
                  <Td isNumber>
                    <AmountLink amount={amount} currency={currency} href={href} label="held by it" />
                  </Td>
                </Tr>
              );
            })}
          </Tbody>
          {more > 0 && (
            <tfoot>
              <tr>
                <Td colSpan={3}>
                  <Link href={inboxHref({ shop })} className="text-link text-xs hover:underline">
                    {sayCount(more, "more cause")} in the inbox
                  </Link>
                </Td>
              </tr>
            </tfoot>
          )}
        </Table>
      )}
    </Card>
  );
}
