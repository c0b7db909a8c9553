"use client";

import { useState } from "react";

import type { ServiceMapping } from "@/components/query/mapping-answers";
import { useServiceMappings } from "@/components/query/use-mappings";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { ScopeLine } from "@/components/ui/scope-line";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, Tbody, Th, Thead } from "@/components/ui/table";

import { withDraft } from "../drafts";
import type { TillProduct } from "../products/till-picker";
import { DraftBar } from "../saving/draft-bar";
import { useDrafts, useSaving } from "../saving/saving-context";
import { AddTitle } from "./add-title";
import { listMissingKinds, sayLine } from "./say-line";
import { ServiceRow } from "./service-row";

const unmapped = (theirs: string): ServiceMapping => ({
  theirs,
  ours: null,
  oursTitle: null,
  causeId: null,
  orders: 0,
  amount: 0,
  currency: "",
  changedAt: null,
  changedBy: null,
});

/** On which service product of the till shipping and other lines without a code are booked. */
export function ServiceTab({ posName }: { posName: string }) {
  const { shopId, worker } = useSaving();
  const [drafts, setDrafts] = useDrafts("service");
  const [editing, setEditing] = useState<string | null>(null);
  const list = useServiceMappings(shopId);
  if (list.isPending) return <SkeletonRows count={5} label="Loading lines without a code" />;
  if (list.isError && !list.data)
    return <ErrorState message={list.error.message} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const { services } = list.data;
  const known = [...services, ...listMissingKinds(services).map(unmapped)];
  const added = [...drafts.keys()].filter((theirs) => !known.some((each) => each.theirs === theirs)).map(unmapped);
  const rows = [...known, ...added].sort((a, b) => Number(sayLine(b.theirs).isKind) - Number(sayLine(a.theirs).isKind));
  const held = rows.reduce((sum, { orders }) => sum + orders, 0);
  const choose = ({ theirs, ours: was, oursTitle: wasName }: ServiceMapping, product: TillProduct | null) => {
    setEditing(null);
    setDrafts((now) =>
      withDraft(now, {
        kind: "service",
        theirs,
        name: sayLine(theirs).name,
        was,
        wasName,
        ours: product?.sku ?? null,
        oursName: product?.title ?? null,
      }),
    );
  };
  return (
    <div className="relative flex h-full flex-col">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b px-4 py-2">
        <ScopeLine
          count={rows.length}
          noun={rows.length === 1 ? "kind of line" : "kinds of line"}
          parts={[held === 0 ? "none holds an order" : `${sayCount(held, "order")} held`, `service products of ${posName}`]}
        />
        {worker.may.map && (
          <AddTitle
            taken={rows.map(({ theirs }) => theirs)}
            onAdd={(theirs, product) => choose(unmapped(theirs), product)}
            shopId={shopId}
          />
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-20">
        <Table label="Lines without a code and their service products">
          <Thead>
            <tr>
              <Th>Lines</Th>
              <Th className="w-[42%]">Booked on</Th>
              <Th isNumber>Holds</Th>
              <Th className="hidden lg:table-cell">Changed</Th>
            </tr>
          </Thead>
          <Tbody>
            {rows.map((row) => (
              <ServiceRow
                key={row.theirs}
                row={row}
                draft={drafts.get(row.theirs)}
                mayEdit={worker.may.map}
                shopId={shopId}
                isEditing={editing === row.theirs}
                onEdit={(isEditing) => setEditing(isEditing ? row.theirs : null)}
                onChoose={(product) => choose(row, product)}
                onRevert={() => setDrafts((now) => new Map([...now].filter(([theirs]) => theirs !== row.theirs)))}
              />
            ))}
          </Tbody>
        </Table>
        <p className="px-4 py-3 text-faint text-xs">
          A line is booked on the product of its own title first, then on that of its kind. Where neither is chosen its order is held.
        </p>
      </div>
      <div className="pointer-events-none absolute inset-x-0 bottom-0">
        <DraftBar kind="service" noun="kind of line" />
      </div>
    </div>
  );
}
