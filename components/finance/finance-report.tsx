"use client";

import { ReceiptText } from "lucide-react";
import Link from "next/link";

import type { FinanceReport } from "@/components/query/finance-answers";
import { ordersHref } from "@/components/trace/order-search";
import { EmptyState } from "@/components/ui/empty-state";
import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";

import { Bridge } from "./bridge";
import { HoldingCauses } from "./holding-causes";
import { SidesTable } from "./sides-table";
import { VatTable } from "./vat-table";

type Props = { report: FinanceReport; hasRates: boolean };

export function FinanceReportView({ report, hasRates }: Props) {
  const { shopId: shop, period, elsewhere, total } = report;
  if (total.orders === 0 && elsewhere.length === 0 && report.void === 0)
    return (
      <EmptyState icon={ReceiptText} title="No web order was placed on these days">
        Orders stand here from the moment the shop tells of them, on the day they were placed where the shop is. Choose other days above.
      </EmptyState>
    );
  return (
    <>
      <Bridge report={report} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid gap-4 p-4">
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <VatTable report={report} />
            <HoldingCauses report={report} />
          </div>
          <SidesTable report={report} hasRates={hasRates} />
          <div className="grid gap-1 text-muted-foreground text-xs">
            {elsewhere.map(({ currency, orders, amount }) => (
              <p key={currency}>
                Not in these sums:{" "}
                <Link href={ordersHref({ shop, ...period, what: "counted", currency })} className="text-link hover:underline">
                  {sayCount(orders, "order")} in {currency}
                </Link>
                , {sayMoney(amount, currency)}.
              </p>
            ))}
            {report.void > 0 && (
              <p>
                <Link href={ordersHref({ shop, ...period, what: "void" })} className="text-link hover:underline">
                  {sayCount(report.void, "order")} of these days
                </Link>{" "}
                {report.void === 1 ? "is" : "are"} not for the till: cancelled on both sides, a test, or made at a till.
              </p>
            )}
            <p>
              Days are those of {report.zone}. An order counts on the day it was placed and at the store it is for; one for several stores
              is split as its rows are sent. “At the till” is what was read back from {report.names.pos} and found equal.
            </p>
          </div>
        </div>
      </div>
    </>
  );
}
