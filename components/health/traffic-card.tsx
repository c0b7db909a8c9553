"use client";

import { Gauge, Play, Square } from "lucide-react";
import { toast } from "sonner";

import { useSteerTraffic, useTraffic } from "@/components/query/use-home";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { sayCount } from "@/components/ui/say-count";
import { Skeleton } from "@/components/ui/skeleton";

const speeds = [1, 5, 20];

/** The demo's own Saturday: customers in five stores and online. */
export function TrafficCard() {
  const traffic = useTraffic();
  const steer = useSteerTraffic();
  const run = (input: Parameters<typeof steer.mutate>[0]) => steer.mutate(input, { onError: (error) => toast.error(error.message) });
  const now = traffic.data;
  return (
    <Card>
      <CardHeader
        title="Demo traffic"
        hint="stand-in customers at the tills and online"
        actions={
          now && (
            <>
              <fieldset aria-label="Speed" className="flex items-center gap-1">
                <Gauge className="size-3.5 text-faint" aria-hidden />
                {speeds.map((speed) => (
                  <Button
                    key={speed}
                    size="sm"
                    variant={now.speed === speed ? "secondary" : "ghost"}
                    aria-pressed={now.speed === speed}
                    onClick={() => run({ do: "speed", speed })}
                  >
                    {speed}×
                  </Button>
                ))}
              </fieldset>
              <Button size="sm" onClick={() => run({ do: now.isOpen ? "stop" : "start" })} isLoading={steer.isPending}>
                {now.isOpen ? <Square /> : <Play />}
                {now.isOpen ? "Stop" : "Start"}
              </Button>
            </>
          )
        }
      />
      <div className="flex min-h-10 flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 text-sm">
        {traffic.isPending && <Skeleton className="w-64" />}
        {traffic.isError && !now && <span className="text-bad">{traffic.error.message}</span>}
        {now && (
          <>
            <Badge tone={now.isOpen ? "good" : "neutral"}>{now.isOpen ? "Open" : "Closed"}</Badge>
            <span>
              <span className="font-medium tabular-nums">{sayCount(now.sold)}</span>{" "}
              <span className="text-muted-foreground">sold at tills</span>
            </span>
            <span>
              <span className="font-medium tabular-nums">{sayCount(now.ordered)}</span>{" "}
              <span className="text-muted-foreground">ordered online</span>
            </span>
            <span>
              <span className="font-medium tabular-nums">{sayCount(now.handedOver)}</span>{" "}
              <span className="text-muted-foreground">handed over</span>
            </span>
            <span className="text-faint text-xs">
              now {sayPace(now.pace.till * now.speed)} at tills, {sayPace(now.pace.web * now.speed)} online
            </span>
            {now.failed > 0 && (
              <span className="text-warn text-xs" title={now.lastFailure}>
                {sayCount(now.failed)} tries refused
              </span>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

/** Per second → "1 a second", "6 a minute". */
const sayPace = (perSecond: number) =>
  perSecond >= 1 ? `${Number(perSecond.toFixed(1))} a second` : `${Math.round(perSecond * 60)} a minute`;
