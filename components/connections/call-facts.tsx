import type { ShownConnection } from "@/components/query/connection-answers";
import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";
import { sayDuration } from "@/lib/domain/say-duration";

import { Fact } from "./fact";
import { saySkew } from "./say-connection";

/** How it answers and what of its quota is left, as this process has seen it. */
export function CallFacts({ connection: { calls, spent, name } }: { connection: ShownConnection }) {
  if (!calls)
    return (
      <Fact term="Calls">
        <span className="text-faint">nothing asked since Parity started</span>
      </Fact>
    );
  const { quota, lastMinute, lately, busy, p50, p95, skewMs } = calls;
  const skew = saySkew(name, skewMs);
  return (
    <>
      <Fact term="Quota now">
        {quota ? <QuotaBar {...quota} /> : <span className="text-muted-foreground">it does not say what it allows</span>}
      </Fact>
      <Fact term="Calls">
        {sayCount(lastMinute)} in the last minute, {sayCount(lately)} in 15 min
        {busy > 0 && <span className="text-warn">, told to slow down {busy === 1 ? "once" : `${sayCount(busy)} times`}</span>}
        {spent !== null && spent.waitedMs >= 1_000 && (
          <span className="text-muted-foreground">, stood in line for {sayDuration(spent.waitedMs)} in all</span>
        )}
      </Fact>
      <Fact term="Answers in">
        {p50 === null || p95 === null ? (
          <span className="text-faint">not asked lately</span>
        ) : (
          <span title={`of the calls of the last 15 minutes`}>
            {sayDuration(p50)}, 95 of 100 within {sayDuration(p95)}
          </span>
        )}
      </Fact>
      {skew && (
        <Fact term="Its clock">
          <span className={cn(skew.isWrong && "text-warn")}>{skew.text}</span>
        </Fact>
      )}
    </>
  );
}

function QuotaBar({ unit, limit, left }: NonNullable<NonNullable<ShownConnection["calls"]>["quota"]>) {
  const used = limit - left;
  const share = limit === 0 ? 0 : used / limit;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-20 shrink-0 overflow-hidden rounded-full bg-muted">
        <span
          className={cn("block h-full rounded-full", share > 0.9 ? "bg-bad" : share > 0.7 ? "bg-warn" : "bg-good")}
          style={{ width: `${Math.round(100 * share)}%` }}
        />
      </span>
      <span>
        {sayCount(Math.round(used))} of {sayCount(Math.round(limit))} {unit} used
      </span>
    </span>
  );
}
