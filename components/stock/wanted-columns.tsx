"use client";

import type { ColumnDef } from "@tanstack/react-table";

import type { DriftRow } from "@/components/query/stock-answers";
import { Money } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";

import { figure, locationColumn, skuColumn, units } from "./drift-columns";

/** "9 in York, 4 in Bath". */
export const sayElsewhere = ({ wanted }: Pick<DriftRow, "wanted">): string =>
  (wanted?.elsewhere ?? []).map(({ store, units: free }) => `${sayCount(free)} in ${store}`).join(", ");

/** A line for whoever moves the goods: "QD-CRW-INK-M: to Leeds, 9 in York". */
export const sayTransfer = (row: DriftRow): string => `${row.sku}\t${row.title}\tto ${row.locationName}\t${sayElsewhere(row)}`;

/** What is sold out where it sells, and who has some. */
export const wantedColumns: ColumnDef<DriftRow>[] = [
  skuColumn,
  locationColumn,
  figure("shelf", "Till", "52px", 620, ({ onShelf }) => units(onShelf)),
  figure("sellable", "Sellable", "68px", 620, ({ sellable }) => units(sellable)),
  figure("sold", "Sold in 4 weeks", "112px", 520, ({ wanted }) => units(wanted?.sold ?? null)),
  figure("weekly", "A week", "84px", 420, ({ wanted, currency }) =>
    wanted && wanted.weekly > 0 ? <Money amount={wanted.weekly} currency={currency} /> : <span className="text-faint">–</span>,
  ),
  {
    id: "elsewhere",
    header: "Others have",
    meta: { width: "minmax(120px,1.4fr)" },
    cell: ({ row: { original } }) => <span className="font-medium">{sayElsewhere(original)}</span>,
  },
];
