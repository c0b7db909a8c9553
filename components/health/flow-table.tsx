"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";

import { inboxHref } from "@/components/exceptions/cause-search";
import type { HomeFlow } from "@/components/query/use-home";
import { recordsHref, runsHref } from "@/components/runs/record-search";
import { ordersHref } from "@/components/trace/order-search";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { NumberLink } from "@/components/ui/number-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { StatusPill } from "@/components/ui/status-pill";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { sayDrain } from "@/lib/domain/records/flow-health";
import { sayDuration } from "@/lib/domain/say-duration";

const names: Readonly<Record<string, string>> = { "carry-orders": "Orders", "drain-stock": "Stock" };

/** One row per flow and shop: is it fresh, is it right, is it keeping up. */
export function FlowTable({ flows, hasBacklogList }: { flows: readonly HomeFlow[]; hasBacklogList: (flow: string) => boolean }) {
  return (
    <Card>
      <CardHeader title="Flows" hint="records of today" />
      <Table label="How each flow is doing" className="min-w-200 [&_td]:px-3 [&_th]:px-3">
        <Thead>
          <tr>
            <Th>Flow</Th>
            <Th>Fresh as of</Th>
            <Th isNumber>Confirmed</Th>
            <Th isNumber>Held</Th>
            <Th isNumber>Wrong</Th>
            <Th isNumber>Held now</Th>
            <Th isNumber>Waiting to go</Th>
            <Th isNumber>Lag p50, p95</Th>
            <Th>Last run</Th>
          </tr>
        </Thead>
        <Tbody>
          {flows.map((flow) => (
            <FlowRow key={`${flow.flow}-${flow.connectionId}`} flow={flow} hasBacklogList={hasBacklogList(flow.flow)} />
          ))}
        </Tbody>
      </Table>
    </Card>
  );
}

const wrongOutcomes = ["accepted-different", "not-yet-visible", "failed"];

function FlowRow({ flow, hasBacklogList }: { flow: HomeFlow; hasBacklogList: boolean }) {
  const { connectionId: shop, today } = flow;
  const records = (outcome: string) => recordsHref({ flow: flow.flow, shop, outcome, since: "today" });
  const wrong = wrongOutcomes.reduce((sum, outcome) => sum + (today[outcome] ?? 0), 0);
  const isOrders = flow.flow === "carry-orders";
  const drain = sayDrain(flow);
  return (
    <Tr>
      <Td>
        <span className="flex items-center gap-2 font-medium">
          {names[flow.flow] ?? flow.flow}
          {flow.isPaused && <Badge tone="warn">Paused</Badge>}
          {!flow.isPaused && flow.pausedUntil && <Badge tone="warn">Holding back</Badge>}
        </span>
        <span className="flex items-center gap-1 whitespace-nowrap text-faint text-xs">
          {flow.from} <ArrowRight className="size-3" aria-label="to" /> {flow.to}
        </span>
      </Td>
      <Td>
        {flow.freshAt ? <RelativeTime at={flow.freshAt} /> : <span className="text-faint">never</span>}
        <span className="block whitespace-nowrap text-faint text-xs">
          {flow.censusAt ? (
            <>
              all asked <RelativeTime at={flow.censusAt} />
            </>
          ) : (
            "never all compared"
          )}
        </span>
      </Td>
      <Td isNumber>
        <NumberLink count={today.confirmed ?? 0} href={records("confirmed")} label="records confirmed today" />
      </Td>
      <Td isNumber>
        <NumberLink count={today.held ?? 0} href={records("held")} label="records held today" />
      </Td>
      <Td isNumber>
        <NumberLink
          count={wrong}
          href={records(wrongOutcomes.join(","))}
          label="records wrong or failed today"
          className={cn(wrong > 0 && "text-bad")}
        />
      </Td>
      <Td isNumber>
        <NumberLink
          count={flow.heldNow}
          href={isOrders ? ordersHref({ state: "held", shop }) : inboxHref({ family: "stock", shop })}
          label={isOrders ? "orders held now" : "causes that hold stock"}
          className={cn("font-medium", flow.heldNow > 0 && "text-warn")}
        />
      </Td>
      <Td isNumber>
        {hasBacklogList ? (
          <NumberLink count={flow.backlog} href={ordersHref({ due: "1", shop })} label="orders due now" />
        ) : (
          <span className={cn("tabular-nums", flow.backlog === 0 && "text-faint")}>{sayCount(flow.backlog)}</span>
        )}
        {drain && (
          <span className="block text-faint text-xs">
            {drain}
            {flow.oldestAt && (
              <>
                , oldest <RelativeTime at={flow.oldestAt} />
              </>
            )}
          </span>
        )}
      </Td>
      <Td isNumber className="whitespace-nowrap">
        {flow.lag ? (
          <span title={`of the latest ${sayCount(flow.lag.of)}`}>
            {sayDuration(flow.lag.p50)}
            <span className="block text-faint text-xs">{sayDuration(flow.lag.p95)}</span>
          </span>
        ) : (
          <span className="text-faint">—</span>
        )}
      </Td>
      <Td>
        {flow.lastRun ? (
          <Link href={`/runs/${flow.lastRun.id}`} className="inline-flex items-center gap-1.5 hover:text-link">
            <StatusPill of="run" value={flow.lastRun.state} as="icon" />
            <RelativeTime at={flow.lastRun.at} />
          </Link>
        ) : (
          <Link href={runsHref({ flow: flow.flow })} className="text-faint">
            never
          </Link>
        )}
      </Td>
    </Tr>
  );
}
