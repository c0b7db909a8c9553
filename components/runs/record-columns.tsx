"use client";

import type { ColumnDef } from "@tanstack/react-table";
import Link from "next/link";

import type { RecordRow } from "@/components/query/record-answers";
import { ExactTime } from "@/components/trace/exact-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusPill } from "@/components/ui/status-pill";

import { sayFlow } from "./say-flow";

type Options = { isOfOneRun: boolean };

/** What a row of the list of records tells; a narrow list loses columns from the right. */
export function recordColumns({ isOfOneRun }: Options): ColumnDef<RecordRow>[] {
  return [
    {
      id: "at",
      header: "When",
      meta: { width: "100px" },
      cell: ({ row: { original } }) =>
        isOfOneRun ? (
          <ExactTime at={original.at} isWithMs className="text-xs" />
        ) : (
          <RelativeTime at={original.at} className="text-muted-foreground text-xs" />
        ),
    },
    {
      id: "outcome",
      header: "Outcome",
      meta: { width: "150px" },
      cell: ({ row: { original } }) => <StatusPill of="outcome" value={original.outcome} as="plain" />,
    },
    {
      id: "label",
      header: "Record",
      meta: { width: "minmax(150px,1.2fr)" },
      cell: ({ row: { original } }) => <span className="font-medium">{original.label || original.key}</span>,
    },
    {
      id: "why",
      header: "Why",
      meta: { width: "minmax(0,1.2fr)" },
      cell: ({ row: { original } }) => <span className="text-muted-foreground">{original.why}</span>,
    },
    {
      id: "connection",
      header: "Connection",
      meta: { width: "150px", from: 820 },
      cell: ({ row: { original } }) => <span className="text-muted-foreground text-xs">{original.connectionName}</span>,
    },
    ...(isOfOneRun
      ? []
      : [
          {
            id: "run",
            header: "Run",
            meta: { width: "160px", from: 700 },
            cell: ({ row: { original } }: { row: { original: RecordRow } }) => (
              <Link
                href={`/runs/${original.runId}`}
                tabIndex={-1}
                onClick={(event) => event.stopPropagation()}
                className="text-muted-foreground text-xs hover:text-link hover:underline"
              >
                {sayFlow(original.flow)}
              </Link>
            ),
          },
        ]),
  ];
}
