"use client";

import { CheckCheck, CircleAlert, Printer } from "lucide-react";
import Link from "next/link";

import { inboxHref } from "@/components/exceptions/cause-search";
import { StaleNote } from "@/components/exceptions/stale-note";
import type { Home } from "@/components/query/home-answers";
import { useHome } from "@/components/query/use-home";
import { PageHeader } from "@/components/shell/page-header";
import { ExactTime } from "@/components/trace/exact-time";
import { Button } from "@/components/ui/button";
import { useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";

import { FlowTable } from "./flow-table";
import { HealthStrip } from "./health-strip";
import { sayMorning } from "./say-morning";
import { StoreStrip } from "./store-strip";
import { TrafficCard } from "./traffic-card";

/** The morning's first look: what could hurt, and whether everything flows. */
export function HomePage({ first, hasTraffic, children }: { first: Home; hasTraffic: boolean; children?: React.ReactNode }) {
  const query = useHome(first);
  const home = query.data;
  const zone = useZone();
  const { isQuiet, text } = sayMorning(home, zone);
  const Icon = isQuiet ? CheckCheck : CircleAlert;
  return (
    <>
      <PageHeader
        title="Today"
        actions={
          <Button size="sm" variant="ghost" onClick={() => window.print()} className="print:hidden">
            <Printer /> Print
          </Button>
        }
      >
        <span className="truncate text-muted-foreground text-xs">
          as of <ExactTime at={home.asOf} />
        </span>
      </PageHeader>
      {query.isError && <StaleNote at={home.asOf} message={query.error.message} onRetry={() => void query.refetch()} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto print:overflow-visible">
        <div className="mx-auto flex max-w-7xl flex-col gap-4 p-4">
          <p className="hidden print:block">
            Parity, today, as of <ExactTime at={home.asOf} />
          </p>
          <p className="flex items-start gap-2 text-balance font-semibold text-lg">
            <Icon className={cn("mt-1 size-4 shrink-0", isQuiet ? "text-good" : "text-warn")} aria-hidden />
            <span>
              {text}
              {home.first && (
                <Link href={inboxHref({ cause: home.first.id })} className="mt-0.5 block font-normal text-link text-sm hover:underline">
                  First: {home.first.sentence}
                </Link>
              )}
            </span>
          </p>
          <HealthStrip home={home} />
          <StoreStrip stores={home.stores} />
          <FlowTable flows={home.flows} />
          {children}
          {hasTraffic && (
            <div className="print:hidden">
              <TrafficCard />
            </div>
          )}
        </div>
      </div>
    </>
  );
}
