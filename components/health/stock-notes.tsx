"use client";

import { CircleAlert, CircleCheck } from "lucide-react";

import type { Store } from "@/components/query/store-answers";
import { useNow, useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { sayExact } from "@/components/ui/say-time";
import { sayDuration } from "@/lib/domain/say-duration";

/** Whether the website can be believed, per place. */
export function StockNotes({ stock }: Pick<Store, "stock">) {
  const now = useNow();
  const zone = useZone();
  if (stock.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {stock.map(({ placeName, shopName, isLive, text, confirmedAt }) => {
        const Icon = isLive ? CircleCheck : CircleAlert;
        return (
          <li
            key={`${placeName}-${shopName}`}
            className={cn("flex items-start gap-3 rounded-lg px-4 py-3", isLive ? "bg-good-soft text-good" : "bg-warn-soft text-warn")}
          >
            <Icon className="mt-0.5 size-5 shrink-0" aria-hidden />
            <span>
              <span className="font-semibold">{placeName}</span>: {text}
              {confirmedAt && (
                <time dateTime={confirmedAt.toISOString()} title={sayExact(confirmedAt, zone)} className="block text-sm">
                  Website updated {sayDuration(Math.max(1_000, now.getTime() - confirmedAt.getTime()))} ago
                </time>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
