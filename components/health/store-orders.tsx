"use client";

import { ChevronDown } from "lucide-react";

import type { StoreOrder } from "@/components/query/store-answers";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { sayDuration } from "@/lib/domain/say-duration";

type Props = {
  title: string;
  hint: string /** Null: say nothing when there is none. */;
  empty: string | null;
  orders: readonly StoreOrder[];
};

export function StoreOrders({ title, hint, empty, orders }: Props) {
  if (orders.length === 0 && empty === null) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 flex flex-wrap items-baseline gap-x-2 font-semibold text-lg">
        {title}
        {orders.length > 0 && <span className="tabular-nums">{sayCount(orders.length)}</span>}
        <span className="font-normal text-muted-foreground text-sm">{hint}</span>
      </h2>
      {orders.length === 0 ? (
        <p className="rounded-lg border border-dashed px-4 py-3 text-muted-foreground">{empty}</p>
      ) : (
        <ul className="divide-y overflow-hidden rounded-lg border bg-card">
          {orders.map((order) => (
            <li key={`${order.shopId}-${order.orderId}-${order.remoteId}`}>
              <OneOrder order={order} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneOrder({ order }: { order: StoreOrder }) {
  const { name, customer, placeName, isPickup, promiseAt, endedAt, ended, lines, why, heldSince, helper, stage } = order;
  const now = useNow();
  const isLate = stage !== "done" && promiseAt !== null && promiseAt < now;
  const units = lines.reduce((total, { quantity }) => total + quantity, 0);
  return (
    <details className="group">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 px-4 py-2.5 hover:bg-hover">
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-semibold">{name}</span>
            <span className="text-muted-foreground">{customer}</span>
            <Badge tone={isPickup ? "info" : "neutral"}>{isPickup ? "Collects" : "To ship"}</Badge>
          </span>
          <span className="block text-muted-foreground text-sm">
            {placeName}, {sayCount(units, "item")}
          </span>
          {why && (
            <span className="block text-sm text-warn">
              {why}
              <span className="text-muted-foreground">
                {heldSince && (
                  <>
                    . Held <RelativeTime at={heldSince} isPast />
                  </>
                )}
                {helper && `${heldSince ? ", ask" : ". Ask"} ${helper}`}
              </span>
            </span>
          )}
        </span>
        <span className={cn("shrink-0 text-right text-sm", isLate ? "font-medium text-bad" : "text-muted-foreground")}>
          {stage === "done" && endedAt ? (
            <>
              {ended === "cancelled" ? "cancelled" : isPickup ? "handed over" : "shipped"} <RelativeTime at={endedAt} isPast />
            </>
          ) : (
            promiseAt && (
              <>
                {isLate ? "was promised" : "promised"} <RelativeTime at={promiseAt} />
              </>
            )
          )}
        </span>
        <ChevronDown className="size-5 shrink-0 text-faint group-open:rotate-180" aria-hidden />
      </summary>
      <div className="border-t bg-background px-4 py-3">
        <ul className="grid gap-1.5">
          {lines.map(({ title, quantity, sku }) => (
            <li key={`${sku}-${title}`} className="flex gap-3">
              <span className="w-8 shrink-0 text-right font-semibold tabular-nums">{quantity} ×</span>
              <span className="min-w-0">
                {title}
                {sku && <span className="block font-mono text-faint text-sm">{sku}</span>}
              </span>
            </li>
          ))}
        </ul>
        <OrderLife order={order} />
      </div>
    </details>
  );
}

/** Its way through the store, and how long each stretch took. */
function OrderLife({ order: { remoteId, atTillSince, readyAt, endedAt, ended } }: { order: StoreOrder }) {
  if (!atTillSince) return null;
  const after = (from: Date, to: Date) => sayDuration(Math.max(60_000, Math.round((to.getTime() - from.getTime()) / 60_000) * 60_000));
  return (
    <p className="mt-3 text-muted-foreground text-sm">
      At the till{remoteId && ` as order ${remoteId}`} since <RelativeTime at={atTillSince} isPast />
      {readyAt && `; ready after ${after(atTillSince, readyAt)}`}
      {endedAt && `; ${ended === "cancelled" ? "cancelled" : "handed over"} ${after(readyAt ?? atTillSince, endedAt)} later`}.
    </p>
  );
}
