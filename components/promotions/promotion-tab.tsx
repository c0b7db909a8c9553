"use client";

import { CalendarRange, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { useSaving } from "@/components/mappings/saving/saving-context";
import { type ShownPromotion, usePromotions } from "@/components/query/use-promotions";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { ScopeLine } from "@/components/ui/scope-line";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, Tbody, Th, Thead } from "@/components/ui/table";
import { type PromotionState, promotionStates, stateOf } from "@/lib/domain/prices/promotion";

import { newId } from "./new-id";
import { PromotionDialog } from "./promotion-dialog";
import { draftOf, emptyDraft } from "./promotion-draft";
import { PromotionRow } from "./promotion-row";

const checks = {
  off: "prices of web orders are not checked",
  note: "other prices are noted",
  hold: "other prices hold the order",
} as const;

/** What may cost something else online than at the till, and when. */
export function PromotionTab() {
  const { shopId, worker } = useSaving();
  const now = useNow();
  const [editing, setEditing] = useState<ShownPromotion | { id: string; isNew: true } | null>(null);
  const list = usePromotions(shopId);
  if (list.isPending) return <SkeletonRows count={5} label="Loading promotions" />;
  if (list.isError && !list.data)
    return <ErrorState message={list.error.message} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const { promotions, zone, currency, priceCheck } = list.data;
  const counted = (state: PromotionState) => promotions.filter((one) => stateOf(one, now.getTime()) === state);
  const rows = promotionStates.flatMap(counted);
  const add = worker.may.map && (
    <Button size="sm" variant="primary" onClick={() => setEditing({ id: newId(), isNew: true })}>
      <Plus /> Declare a promotion
    </Button>
  );
  return (
    <div className="flex h-full flex-col">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b px-4 py-2">
        <ScopeLine
          count={promotions.length}
          noun={promotions.length === 1 ? "promotion" : "promotions"}
          parts={[`${sayCount(counted("running").length)} running`, `${sayCount(counted("coming").length)} coming`, checks[priceCheck]]}
        />
        {promotions.length > 0 && add}
      </div>
      {promotions.length === 0 ? (
        <EmptyState icon={CalendarRange} title="No promotion has been declared" action={add || undefined}>
          {priceCheck === "off" ? (
            <>
              Prices of web orders are not checked against the till’s. Who looks after connections can switch it on in{" "}
              <Link href={`/connections/${shopId}`} className="text-link underline underline-offset-3">
                the shop’s settings
              </Link>
              .
            </>
          ) : (
            "An order whose prices are not the till’s passes when a promotion that was running explains it. Declare what marketing plans before it begins."
          )}
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Table label="Promotions of this shop">
            <Thead>
              <tr>
                <Th>Promotion</Th>
                <Th>State</Th>
                <Th>From and to</Th>
                <Th isNumber>Orders explained</Th>
                <Th className="hidden lg:table-cell">Changed</Th>
                {worker.may.map && (
                  <Th>
                    <span className="sr-only">Change</span>
                  </Th>
                )}
              </tr>
            </Thead>
            <Tbody>
              {rows.map((row) => (
                <PromotionRow
                  key={row.id}
                  row={row}
                  shopId={shopId}
                  zone={zone}
                  currency={currency}
                  mayEdit={worker.may.map}
                  onEdit={() => setEditing(row)}
                />
              ))}
            </Tbody>
          </Table>
          <p className="px-4 py-3 text-faint text-xs">
            Times are by the clock of {zone}. What crossed while a promotion ran stays as it is.
          </p>
        </div>
      )}
      {editing && (
        <PromotionDialog
          {...{ shopId, worker, zone, currency }}
          title={"isNew" in editing ? "Declare a promotion" : `Change ${editing.name}`}
          id={editing.id}
          seenAt={"isNew" in editing ? null : editing.changedAt.toISOString()}
          first={"isNew" in editing ? emptyDraft(zone, now) : draftOf(editing, zone)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
