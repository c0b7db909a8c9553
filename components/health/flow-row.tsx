import { ArrowRight } from "lucide-react";
import Link from "next/link";

import { DayBars } from "@/components/charts/day-bars";
import { inboxHref } from "@/components/exceptions/cause-search";
import type { HomeFlow } from "@/components/query/home-answers";
import { recordsHref } from "@/components/runs/record-search";
import { driftHref } from "@/components/stock/stock-search";
import { ordersHref } from "@/components/trace/order-search";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { NumberLink } from "@/components/ui/number-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { StatusPill } from "@/components/ui/status-pill";
import { Td, Tr } from "@/components/ui/table";
import { countAll, sayDrain } from "@/lib/domain/records/flow-health";
import { sayDuration } from "@/lib/domain/say-duration";

import { LastCheck } from "./last-check";
import { sayFlowName } from "./say-flow-name";

const wrongOutcomes = ["held", "accepted-different", "not-yet-visible", "failed"];
const none = <span className="text-faint">–</span>;

export function FlowRow({ flow }: { flow: HomeFlow }) {
  const name = sayFlowName(flow.flow);
  return (
    <Tr>
      <Td>
        <span className="flex items-center gap-2 whitespace-nowrap font-medium">
          {name}
          {flow.lastRun && (
            <Link href={`/runs/${flow.lastRun.id}`} aria-label={`The last run of ${name}`}>
              <StatusPill of="run" value={flow.lastRun.state} as="icon" />
            </Link>
          )}
          {flow.isPaused && <Badge tone="warn">Paused</Badge>}
          {!flow.isPaused && flow.pausedUntil && <Badge tone="warn">Holding back</Badge>}
        </span>
        <span className="block min-w-34 text-faint text-xs">
          {flow.from} {flow.to !== "Parity" && <ArrowRight className="inline size-3" aria-label="to" />} {flow.to !== "Parity" && flow.to}
        </span>
      </Td>
      <Td className="whitespace-nowrap">
        {flow.freshAt ? <RelativeTime at={flow.freshAt} isPast /> : <span className="text-faint">never</span>}
        {flow.isLate && <span className="block text-warn text-xs">too long ago</span>}
      </Td>
      <Counts flow={flow} name={name} />
      <Td isNumber>
        <Waiting flow={flow} />
      </Td>
      <Td isNumber className="whitespace-nowrap">
        {flow.lag ? (
          <span title={`of the latest ${sayCount(flow.lag.of)}`}>
            {sayDuration(flow.lag.p50)}
            <span className="block text-faint text-xs">{sayDuration(flow.lag.p95)}</span>
          </span>
        ) : (
          none
        )}
      </Td>
      <Td>
        <LastCheck flow={flow} />
      </Td>
      <Td>{flow.flow === "pull-catalogue" || flow.flow === "pull-orders" ? none : <DayBars label={name} days={flow.trend} />}</Td>
    </Tr>
  );
}

function Counts({ flow, name }: { flow: HomeFlow; name: string }) {
  const { flow: id, connectionId: shop, today, healed, heldNow } = flow;
  const records = (outcome: string) => recordsHref({ flow: id, shop, outcome, since: "today" });
  if (id === "pull-movements")
    return (
      <>
        <Td isNumber className="tabular-nums">
          {sayCount(today.read ?? 0)}
        </Td>
        <Td isNumber>{none}</Td>
        <Td isNumber>{none}</Td>
        <Td isNumber>{none}</Td>
        <Td isNumber>{none}</Td>
      </>
    );
  if (id !== "carry-orders" && id !== "drain-stock")
    return (
      <>
        {["in", "confirmed", "wrong", "fixed", "open"].map((column) => (
          <Td key={column} isNumber>
            {none}
          </Td>
        ))}
      </>
    );
  const wrong = wrongOutcomes.reduce((sum, outcome) => sum + (today[outcome] ?? 0), 0);
  return (
    <>
      <Td isNumber>
        <NumberLink count={countAll(today)} href={records("")} label={`records of ${name} today`} />
      </Td>
      <Td isNumber>
        <NumberLink count={today.confirmed ?? 0} href={records("confirmed")} label={`records of ${name} confirmed today`} />
      </Td>
      <Td isNumber>
        <NumberLink
          count={wrong}
          href={records(wrongOutcomes.join(","))}
          label={`records of ${name} held, wrong or failed today`}
          className={cn(wrong > 0 && "text-warn")}
        />
      </Td>
      <Td isNumber>
        {healed === null ? (
          none
        ) : (
          <NumberLink count={healed} href={ordersHref({ healed: "today", shop })} label="orders that went by themselves" />
        )}
      </Td>
      <Td isNumber>
        <NumberLink
          count={heldNow ?? 0}
          href={id === "carry-orders" ? ordersHref({ state: "held", shop }) : inboxHref({ family: "stock", shop })}
          label={id === "carry-orders" ? "orders held now" : "causes that hold stock now"}
          className={cn("font-medium", (heldNow ?? 0) > 0 && "text-warn")}
        />
      </Td>
    </>
  );
}

function Waiting({ flow }: { flow: HomeFlow }) {
  const { flow: id, connectionId: shop, backlog, oldestAt } = flow;
  if (backlog === null) return none;
  const isOrders = id === "carry-orders";
  const drain = sayDrain(flow);
  return (
    <>
      <NumberLink
        count={backlog}
        href={isOrders ? ordersHref({ due: "1", shop }) : driftHref({ show: "in-flight", shop })}
        label={isOrders ? "orders due now" : "stock figures on their way"}
      />
      {drain && (
        <span className="ml-auto block w-24 text-faint text-xs">
          {drain}
          {oldestAt && (
            <>
              , oldest <RelativeTime at={oldestAt} isPast />
            </>
          )}
        </span>
      )}
    </>
  );
}
