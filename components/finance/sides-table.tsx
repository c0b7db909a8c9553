import type { FinanceReport } from "@/components/query/finance-answers";
import { Card, CardHeader } from "@/components/ui/card";
import { sayDate } from "@/components/ui/say-date";
import { Table, Tbody, Th, Thead } from "@/components/ui/table";

import { SidesRow } from "./sides-row";

type Props = { report: FinanceReport; hasRates: boolean };

/** Day by day and store by store, both sides and what is between them. */
export function SidesTable({ report: { days, total, shopId: shop, currency, period }, hasRates }: Props) {
  const hasByHand = total.byHand > 0;
  const shared = { currency, hasByHand };
  return (
    <Card className="min-w-0">
      <CardHeader title="By day and store" hint="every number opens its orders" />
      <Table label="Both sides by day and store" className="min-w-250 [&_td]:px-2.5 [&_th]:px-2.5">
        <Thead>
          <tr>
            <Th className="sticky left-0 z-10 bg-card">Store</Th>
            <Th isNumber>Orders</Th>
            <Th isNumber>In the shop</Th>
            <Th isNumber>At the till</Th>
            <Th isNumber>Difference</Th>
            <Th isNumber>Held</Th>
            <Th isNumber>Waiting</Th>
            {hasByHand && <Th isNumber>By hand</Th>}
            <Th isNumber>VAT, shop</Th>
            <Th isNumber>VAT, till</Th>
            <Th isNumber>Rounding</Th>
          </tr>
        </Thead>
        {days.map(({ day, stores, ...sides }) => (
          <Tbody key={day} className="border-t">
            <SidesRow {...shared} as="day" label={sayDate(day)} sides={sides} scope={{ shop, from: day, to: day }} />
            {stores.flatMap(({ place, name, rates, ...store }) => {
              const scope = { shop, from: day, to: day, store: place };
              return [
                <SidesRow key={place} {...shared} as="store" label={name} sides={store} scope={scope} />,
                ...(hasRates ? rates : []).map(({ rate, ...inside }) => (
                  <SidesRow
                    key={`${place}-${rate}`}
                    {...shared}
                    as="rate"
                    label={rate === null ? "no rate" : `${rate} %`}
                    sides={inside}
                    scope={{ ...scope, rate: rate ?? "none" }}
                  />
                )),
              ];
            })}
          </Tbody>
        ))}
        <tfoot className="border-t-2">
          <SidesRow {...shared} as="day" label="All days" sides={total} scope={{ shop, ...period }} />
        </tfoot>
      </Table>
    </Card>
  );
}
