"use client";

import { Download, Store } from "lucide-react";
import { useQueryStates } from "nuqs";

import { ChoiceMenu } from "@/components/exceptions/choice-menu";
import { StaleNote } from "@/components/exceptions/stale-note";
import { withParams } from "@/components/query/api";
import { type FirstFinance, useFinance } from "@/components/query/use-finance";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ScopeLine } from "@/components/ui/scope-line";
import { Skeleton } from "@/components/ui/skeleton";

import { FinanceReportView } from "./finance-report";
import { financeSearch } from "./finance-search";
import { PeriodPicker } from "./period-picker";
import { sayPeriod } from "./say-period";

/** Web orders against the till's orders, by day and store: what crossed, what it is worth, and what keeps the rest. */
export function FinancePage({ first }: { first: FirstFinance }) {
  const [{ rates, ...filter }, setSearch] = useQueryStates(financeSearch);
  const { data, error, refetch } = useFinance(filter, first);
  const report = data?.report;
  const shops = data?.shops ?? [];

  return (
    <>
      <PageHeader
        title="Finance"
        actions={
          report && (
            <Button size="sm" asChild>
              <a href={withParams("/api/v1/finance/export", { shop: report.shopId, ...report.period })} download>
                <Download aria-hidden /> Export CSV
              </a>
            </Button>
          )
        }
      >
        {report && (
          <ScopeLine
            count={report.total.orders}
            noun={report.total.orders === 1 ? "web order" : "web orders"}
            parts={[sayPeriod(report.period), report.names.shop, report.zone]}
          />
        )}
      </PageHeader>
      <search aria-label="Period" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
        {report && (
          <PeriodPicker
            key={report.period.from + report.period.to}
            period={report.period}
            today={report.today}
            onChange={(period) => void setSearch(period)}
          />
        )}
        {shops.length > 1 && (
          <ChoiceMenu
            label="Shop"
            none=""
            value={filter.shop}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(shop) => void setSearch({ shop })}
          />
        )}
        <Button size="sm" variant={rates ? "secondary" : "ghost"} aria-pressed={rates} onClick={() => void setSearch({ rates: !rates })}>
          VAT rates of each store
        </Button>
      </search>
      {error && data && <StaleNote at={data.asOf} message={error.message} onRetry={() => void refetch()} />}
      {report ? (
        <FinanceReportView report={report} hasRates={rates} />
      ) : data ? (
        <EmptyState icon={Store} title="No shop is connected yet" checkedAt={data.asOf}>
          As soon as a shop and a till are connected, every web order stands here beside its order at the till.
        </EmptyState>
      ) : error ? (
        <ErrorState message={error.message} onRetry={() => void refetch()} />
      ) : (
        <div className="grid gap-3 p-4" aria-busy="true">
          {["one", "two", "three", "four"].map((row) => (
            <Skeleton key={row} className="h-9 w-full" />
          ))}
        </div>
      )}
    </>
  );
}
