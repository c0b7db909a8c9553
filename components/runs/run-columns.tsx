"use client";

import type { ColumnDef } from "@tanstack/react-table";

import type { RunRow } from "@/components/query/record-answers";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusPill } from "@/components/ui/status-pill";

import { OutcomeCounts } from "./outcome-counts";
import { recordsHref } from "./record-search";
import { RunDuration } from "./run-duration";
import { sayFlow } from "./say-flow";

export const runColumns: ColumnDef<RunRow>[] = [
  {
    id: "started",
    header: "Started",
    meta: { width: "100px" },
    cell: ({ row: { original } }) => <RelativeTime at={original.startedAt} className="text-muted-foreground text-xs" />,
  },
  {
    id: "state",
    header: "State",
    meta: { width: "164px" },
    cell: ({ row: { original } }) => <StatusPill of="run" value={original.state} as="plain" />,
  },
  {
    id: "flow",
    header: "Flow",
    meta: { width: "minmax(120px,1fr)" },
    cell: ({ row: { original } }) => <span className="font-medium">{sayFlow(original.flow)}</span>,
  },
  {
    id: "counts",
    header: "Records",
    meta: { width: "132px" },
    cell: ({ row: { original } }) => (
      // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: links inside a row that opens on click
      <span onClick={(event) => event.stopPropagation()}>
        <OutcomeCounts counts={original.counts} hrefOf={(outcome) => recordsHref({ run: original.id, outcome })} />
      </span>
    ),
  },
  {
    id: "took",
    header: "Took",
    meta: { width: "110px", isNumber: true, from: 600 },
    cell: ({ row: { original } }) => <RunDuration startedAt={original.startedAt} endedAt={original.endedAt} />,
  },
  {
    id: "connection",
    header: "Connection",
    meta: { width: "160px", from: 860 },
    cell: ({ row: { original } }) => <span className="text-muted-foreground text-xs">{original.connectionName ?? "gone"}</span>,
  },
];
