"use client";

import type { ColumnDef } from "@tanstack/react-table";
import { RotateCcw, TrendingUp } from "lucide-react";

import type { ListedCause } from "@/components/query/cause-answers";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { StatusPill } from "@/components/ui/status-pill";

import { Owner } from "./owner";
import { PromiseClock } from "./promise-clock";
import { sayHeld, sayStake } from "./say-held";
import { SlaLeft } from "./sla-left";

export type CauseRow = ListedCause & { position: number; isGone: boolean; whyHere: string };

type Options = { isDense: boolean; isClosedList: boolean };

/** What a row of the inbox tells, the most important first: a narrow list loses columns from the right. */
export function causeColumns({ isDense, isClosedList }: Options): ColumnDef<CauseRow>[] {
  const columns: ColumnDef<CauseRow>[] = [
    {
      id: "impact",
      header: "Impact",
      meta: { width: isDense ? "176px" : "108px" },
      cell: ({ row: { original } }) => <Impact cause={original} isDense={isDense} />,
    },
    {
      id: "what",
      header: "What is wrong",
      meta: { width: "minmax(0,1fr)" },
      cell: ({ row: { original } }) => <What cause={original} isDense={isDense} />,
    },
    isClosedList
      ? {
          id: "closed",
          header: "Closed",
          meta: { width: "150px", from: 560 },
          cell: ({ row: { original } }) => <Closed cause={original} />,
        }
      : {
          id: "promise",
          header: "Promise",
          meta: { width: "144px", from: 600 },
          cell: ({ row: { original } }) => <PromiseClock at={original.promiseAt} className="text-xs" />,
        },
    {
      id: "people",
      header: "Waiting",
      meta: { width: "104px", from: 1220 },
      cell: ({ row: { original } }) => (
        <span className="text-muted-foreground text-xs">{original.people > 0 && sayCount(original.people, "customer")}</span>
      ),
    },
    {
      id: "owner",
      header: "Owner",
      meta: { width: "136px", from: 660 },
      cell: ({ row: { original } }) => <Owner name={original.ownerName} role={original.ownerRole} className="text-xs" />,
    },
    {
      id: "left",
      header: "Take within",
      meta: { width: "96px", from: 800 },
      cell: ({ row: { original } }) =>
        original.state === "open" ? (
          <SlaLeft slaAt={original.slaAt} className="text-xs" />
        ) : (
          <StatusPill of="cause" value={original.state} as="plain" className="text-xs" />
        ),
    },
  ];
  return isClosedList ? columns.filter(({ id }) => id !== "people" && id !== "left") : columns;
}

function Impact({ cause, isDense }: { cause: CauseRow; isDense: boolean }) {
  const money = sayStake(cause);
  const orders = sayHeld(cause) ?? "connection";
  if (isDense) {
    return (
      <span title={cause.whyHere} className={cn("flex items-baseline gap-1.5", cause.isGone && "opacity-55")}>
        <span className="font-medium">{money ?? "—"}</span>
        <span className="truncate text-faint text-xs">{orders}</span>
      </span>
    );
  }
  return (
    <span title={cause.whyHere} className={cn("block leading-4.5", cause.isGone && "opacity-55")}>
      <span className="block truncate font-medium">{money ?? "—"}</span>
      <span className="block truncate text-faint text-xs">{orders}</span>
    </span>
  );
}

function What({ cause, isDense }: { cause: CauseRow; isDense: boolean }) {
  const sentence = <span className={cn("truncate font-medium", cause.isGone && "line-through decoration-faint")}>{cause.sentence}</span>;
  if (isDense)
    return (
      <span className={cn("flex min-w-0 items-center gap-2", cause.isGone && "opacity-55")}>
        {sentence}
        <Signs cause={cause} />
      </span>
    );
  return (
    <span className={cn("block leading-4.5", cause.isGone && "opacity-55")}>
      <span className="flex min-w-0">{sentence}</span>
      <span className="flex min-w-0 items-center gap-1.5 text-faint text-xs">
        {cause.promiseAt && !cause.isGone && <PromiseClock at={cause.promiseAt} className="shrink-0 @min-[600px]/list:hidden" />}
        <Signs cause={cause} />
        <span className="truncate">
          {cause.isGone ? "not in this list any more" : [cause.title, cause.connectionName].join(" · ")} ·{" "}
          <RelativeTime at={cause.openedAt} isPast />
        </span>
      </span>
    </span>
  );
}

function Signs({ cause: { pressure, returns } }: { cause: CauseRow }) {
  return (
    <>
      {pressure.growth > 0 && (
        <span
          className="inline-flex shrink-0 items-center gap-0.5 text-warn text-xs"
          title={`${sayCount(pressure.growth, "record")} more in the last hour`}
        >
          <TrendingUp className="size-3" aria-hidden />+{sayCount(pressure.growth)}/h
        </span>
      )}
      {returns > 0 && (
        <span className="inline-flex shrink-0 items-center gap-0.5 text-warn text-xs" title="It came back after it had been closed">
          <RotateCcw className="size-3" aria-hidden />
          back {returns}×
        </span>
      )}
    </>
  );
}

function Closed({ cause: { closedAt, closedByName, closedHow } }: { cause: CauseRow }) {
  return (
    <span className="block leading-4.5">
      <span className="block truncate text-xs">{closedHow === "on-trust" ? "On trust" : "Verified"}</span>
      <span className="block truncate text-faint text-xs">
        {closedByName ?? "Parity"}
        {closedAt && (
          <>
            {" · "}
            <RelativeTime at={closedAt} isPast />
          </>
        )}
      </span>
    </span>
  );
}
