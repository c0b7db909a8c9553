"use client";

import type { ColumnDef } from "@tanstack/react-table";

import type { SkuMapping } from "@/components/query/mapping-answers";

import { ChangedCell } from "../changed-cell";
import { HeldCell } from "../held-cell";
import { SkuCode } from "../sku-code";
import { StateCell } from "./state-cell";
import { TillColumn } from "./till-column";

/** The columns of the sheet; a narrow one loses them from the right. They stay the same ones, so that an open editor keeps its place. */
export const productColumns: ColumnDef<SkuMapping>[] = [
  {
    id: "web",
    header: "Web product",
    meta: { width: "minmax(0,4fr)" },
    cell: ({ row: { original } }) => <WebCell row={original} />,
  },
  {
    id: "till",
    header: "Product of the till",
    meta: { width: "minmax(0,5fr)" },
    cell: ({ row: { original } }) => <TillColumn row={original} />,
  },
  {
    id: "state",
    header: "State",
    meta: { width: "148px", from: 560 },
    cell: ({ row: { original } }) => <StateCell row={original} />,
  },
  {
    id: "held",
    header: "Holds",
    meta: { width: "112px", isNumber: true },
    cell: ({ row: { original } }) => <HeldCell {...original} />,
  },
  {
    id: "changed",
    header: "Changed",
    meta: { width: "116px", from: 860 },
    cell: ({ row: { original } }) => <ChangedCell changedAt={original.changedAt} changedBy={original.changedBy} />,
  },
];

function WebCell({ row: { theirs, title, barcode } }: { row: SkuMapping }) {
  return (
    <span className="block leading-4.5">
      <SkuCode code={theirs} className="block truncate font-medium" />
      <span className="block truncate text-faint text-xs">{[title, barcode].filter(Boolean).join(" · ")}</span>
    </span>
  );
}
