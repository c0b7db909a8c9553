import type { FinanceReport } from "@/components/query/finance-answers";
import { ordersHref } from "@/components/trace/order-search";
import { Card, CardHeader } from "@/components/ui/card";
import { NumberLink } from "@/components/ui/number-link";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import type { MoneyState } from "@/lib/domain/orders/order-filter";

import { AmountLink } from "./amount-link";

/** VAT per rate on both sides. Pennies of arithmetic are shown, not hidden. */
export function VatTable({ report: { rates, total, shopId: shop, period, currency } }: { report: FinanceReport }) {
  const line = (rate: string, sides: FinanceReport["total"], search: { rate?: string }) => {
    const href = (what: MoneyState) => ordersHref({ shop, ...period, ...search, what });
    const amount = (value: number, what: MoneyState, label: string, isEmpty: boolean, isSigned = false) => (
      <AmountLink amount={value} currency={currency} href={href(what)} label={`${label}, ${rate}`} isEmpty={isEmpty} isSigned={isSigned} />
    );
    return (
      <>
        <th scope="row" className="h-9 whitespace-nowrap px-3 text-left font-normal">
          {rate}
        </th>
        <Td isNumber>
          <NumberLink count={sides.orders} href={href("counted")} label={`web orders, ${rate}`} />
        </Td>
        <Td isNumber>{amount(sides.shopVat, "counted", "VAT in the shop", false)}</Td>
        <Td isNumber>{amount(sides.tillVat, "crossed", "VAT at the till", sides.crossed === 0)}</Td>
        <Td isNumber>
          {amount(sides.shopVat - sides.tillVat + sides.rounding, "missing", "VAT not at the till", sides.orders === sides.crossed)}
        </Td>
        <Td isNumber>{amount(sides.rounding, "rounding", "VAT rounding", sides.rounded === 0, true)}</Td>
      </>
    );
  };
  return (
    <Card className="min-w-0">
      <CardHeader title="VAT per rate" hint="shop − not through + rounding = till" />
      <Table label="VAT per rate on both sides" className="[&_td]:px-3 [&_th]:px-3">
        <Thead>
          <tr>
            <Th>Rate</Th>
            <Th isNumber>Orders</Th>
            <Th isNumber>Shop</Th>
            <Th isNumber>Till</Th>
            <Th isNumber>Not through</Th>
            <Th isNumber>Rounding</Th>
          </tr>
        </Thead>
        <Tbody>
          {rates.map(({ rate, ...sides }) => (
            <Tr key={rate}>{line(rate === null ? "No rate" : `${rate} %`, sides, { rate: rate ?? "none" })}</Tr>
          ))}
        </Tbody>
        <tfoot className="border-t-2 font-medium">
          <Tr>{line("All rates", total, {})}</Tr>
        </tfoot>
      </Table>
    </Card>
  );
}
