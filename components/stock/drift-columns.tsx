"use client";

import type { ColumnDef } from "@tanstack/react-table";
import { LoaderCircle } from "lucide-react";

import { SkuCode } from "@/components/mappings/sku-code";
import type { DriftRow } from "@/components/query/stock-answers";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { sayDuration } from "@/lib/domain/say-duration";

import { DriftMark } from "./drift-mark";
import { causeOfEdits, sayEdits } from "./say-edits";
import { sayUnits } from "./say-stock";
import { webUnits } from "./web-units";

const dash = <span className="text-faint">–</span>;
export const units = (value: number | null, isQuiet = false) =>
  value === null ? dash : <span className={isQuiet && value === 0 ? "text-faint" : ""}>{sayUnits(value)}</span>;
const time = (at: Date | null) => (at ? <RelativeTime at={at} isPast className="text-muted-foreground text-xs" /> : dash);

/** A number column of the board; `from`: how wide the list must be. */
export const figure = (
  id: string,
  header: string,
  width: string,
  from: number,
  cell: (row: DriftRow) => React.ReactNode,
): ColumnDef<DriftRow> => ({
  id,
  header,
  meta: { width, isNumber: true, from },
  cell: ({ row: { original } }) => cell(original),
});

export const skuColumn: ColumnDef<DriftRow> = {
  id: "sku",
  header: "Product",
  meta: { width: "minmax(130px,1.7fr)" },
  cell: ({ row: { original } }) => (
    <span className="block min-w-0 leading-tight">
      <span className="block truncate">
        <SkuCode code={original.sku} />
      </span>
      <span className="block truncate text-muted-foreground text-xs">{original.title}</span>
    </span>
  ),
};
export const locationColumn: ColumnDef<DriftRow> = {
  id: "location",
  header: "Location",
  meta: { width: "minmax(84px,0.9fr)" },
  cell: ({ row: { original } }) => <span title={original.shopName}>{original.locationName}</span>,
};

export const driftColumns: ColumnDef<DriftRow>[] = [
  skuColumn,
  locationColumn,
  figure("shelf", "Till", "52px", 820, ({ onShelf }) => units(onShelf)),
  figure("reserved", "Reserved", "72px", 1180, ({ reserved }) => units(reserved, true)),
  figure("unseen", "Web orders", "84px", 1180, (row) => units(webUnits(row), true)),
  figure("buffer", "Buffer", "60px", 1000, ({ buffer }) => units(buffer, true)),
  figure("sellable", "Sellable", "68px", 520, ({ sellable }) => units(sellable)),
  figure("web", "Web shows", "86px", 520, ({ shopAvailable }) => units(shopAvailable)),
  {
    id: "difference",
    header: "Difference",
    meta: { width: "122px" },
    cell: ({ row: { original } }) => <DriftMark drift={differenceOf(original)} />,
  },
  figure("money", "At risk", "72px", 720, ({ drift, amount, currency }) =>
    drift !== null && amount > 0 ? <Money amount={amount} currency={currency} /> : dash,
  ),
  {
    id: "state",
    header: "Now",
    meta: { width: "minmax(132px,1.3fr)", from: 620 },
    cell: ({ row: { original } }) => <PairState row={original} />,
  },
  { id: "since", header: "Since", meta: { width: "78px", from: 820 }, cell: ({ row: { original } }) => time(original.driftSince) },
  {
    id: "confirmed",
    header: "Confirmed",
    meta: { width: "82px", from: 1130 },
    cell: ({ row: { original } }) => time(original.confirmedAt),
  },
  figure("lag", "Lag", "66px", 1200, ({ lagMs }) =>
    lagMs === null ? dash : <span className="text-muted-foreground text-xs">{sayDuration(lagMs)}</span>,
  ),
];

/** Equal only where both sides were read and nothing is on its way. */
function differenceOf({ drift, sellable, shopAvailable, isInFlight }: DriftRow): number | null {
  if (drift !== null) return drift;
  return !isInFlight && sellable !== null && sellable === shopAvailable ? 0 : null;
}

function PairState({ row }: { row: DriftRow }) {
  const cause = causeOfEdits(row);
  if (row.edits === 0) return <HeldOrMoving row={row} />;
  return (
    <span className="block min-w-0 leading-tight">
      <span className="block truncate text-warn text-xs" title={cause ?? "Changed in the shop by somebody else"}>
        {sayEdits(row)}
      </span>
      {row.heldBy !== "" || row.isInFlight ? (
        <span className="block truncate">
          <HeldOrMoving row={row} />
        </span>
      ) : (
        cause && <span className="block truncate text-muted-foreground text-xs">{cause.split(":")[0]}</span>
      )}
    </span>
  );
}

function HeldOrMoving({ row: { isInFlight, heldBy } }: { row: DriftRow }) {
  if (heldBy !== "") {
    const title = kindOf(heldBy)?.title ?? heldBy;
    return (
      <span className="line-clamp-2 whitespace-normal text-warn text-xs leading-tight" title={`Held: ${title}`}>
        {title}
      </span>
    );
  }
  if (isInFlight)
    return (
      <span className="inline-flex items-center gap-1.5 text-info text-xs">
        <LoaderCircle className="size-3.5" aria-hidden /> In flight
      </span>
    );
  return dash;
}
