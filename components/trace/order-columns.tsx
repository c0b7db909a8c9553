"use client";

import type { ColumnDef } from "@tanstack/react-table";

import type { ListedOrder } from "@/components/query/order-answers";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusPill } from "@/components/ui/status-pill";

type Column = ColumnDef<ListedOrder>;

/** What a row of the list of orders tells; a narrow list loses columns from the right. */
export const orderColumns: Column[] = [
  {
    id: "name",
    header: "Order",
    meta: { width: "96px" },
    cell: ({ row: { original } }) => <span className="font-medium">{original.name || original.orderId}</span>,
  },
  {
    id: "state",
    header: "State",
    meta: { width: "150px" },
    cell: ({ row: { original } }) =>
      original.state === "done" && original.outcome !== "" ? (
        <StatusPill of="outcome" value={original.outcome} as="plain" />
      ) : (
        <StatusPill of="lane" value={original.state} as="plain" />
      ),
  },
  {
    id: "why",
    header: "Why",
    meta: { width: "minmax(0,1fr)" },
    cell: ({ row: { original } }) => <span className="text-muted-foreground">{sayWhy(original)}</span>,
  },
  {
    id: "amount",
    header: "Amount",
    meta: { width: "96px", isNumber: true, from: 420 },
    cell: ({ row: { original } }) => (original.currency ? <Money amount={original.amount} currency={original.currency} /> : "—"),
  },
  {
    id: "promise",
    header: "Promised",
    meta: { width: "104px", from: 720 },
    cell: ({ row: { original } }) =>
      original.promiseAt && original.state !== "done" ? (
        <RelativeTime at={original.promiseAt} className="text-xs" />
      ) : (
        <span className="text-faint">—</span>
      ),
  },
  {
    id: "shop",
    header: "Shop",
    meta: { width: "140px", from: 860 },
    cell: ({ row: { original } }) => <span className="text-muted-foreground text-xs">{original.shopName}</span>,
  },
  {
    id: "seen",
    header: "Placed",
    meta: { width: "96px", from: 560 },
    cell: ({ row: { original } }) => <RelativeTime at={original.seenAt} className="text-muted-foreground text-xs" />,
  },
];

function sayWhy({ causes, reason }: ListedOrder): string {
  const [first, ...more] = causes;
  if (!first) return reason;
  return more.length === 0 ? first.sentence : `${first.sentence} and ${more.length} more`;
}
