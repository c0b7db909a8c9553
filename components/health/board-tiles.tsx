"use client";

import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";
import type { BoardCounts, BoardShow } from "@/lib/domain/orders/store-board";

type Props = { counts: BoardCounts; show: BoardShow; onShow: (show: BoardShow) => void };

const tiles = [
  { show: "overdue", label: "Overdue", ink: "text-bad" },
  { show: "to-pick", label: "To pick", ink: "" },
  { show: "ready", label: "Ready", ink: "text-good" },
  { show: "coming", label: "Not here yet", ink: "text-warn" },
  { show: "done", label: "Done today", ink: "" },
] as const;

/** The day at a glance: each tile shows exactly the orders that it counts; a second tap shows all again. */
export function BoardTiles({ counts, show, onShow }: Props) {
  const toggle = (to: BoardShow) => onShow(show === to ? "all" : to);
  return (
    <div className="grid gap-3">
      <fieldset aria-label="Show" className="grid grid-cols-3 gap-2.5 sm:grid-cols-5">
        {tiles.map(({ show: to, label, ink }) => (
          <button
            key={to}
            type="button"
            aria-pressed={show === to}
            onClick={() => toggle(to)}
            className="min-h-20 rounded-lg border bg-card px-3 py-2 text-left hover:bg-hover aria-pressed:border-primary aria-pressed:bg-selected"
          >
            <span className={cn("block font-semibold text-2xl tabular-nums", counts[to] > 0 ? ink : "text-faint")}>
              {sayCount(counts[to])}
            </span>
            <span className="block text-muted-foreground text-sm">{label}</span>
          </button>
        ))}
      </fieldset>
      {counts.hours.length > 0 && (
        <fieldset aria-label="Due for pickup today" className="flex flex-wrap items-center gap-2">
          <span className="text-muted-foreground text-sm">Pickups due</span>
          {counts.hours.map(({ hour, orders }) => (
            <button
              key={hour}
              type="button"
              aria-pressed={show === `h${hour}`}
              onClick={() => toggle(`h${hour}`)}
              className="flex min-h-11 items-center gap-2 rounded-md border bg-card px-3.5 hover:bg-hover aria-pressed:border-primary aria-pressed:bg-selected"
            >
              <span className="text-muted-foreground tabular-nums">{String(hour).padStart(2, "0")}:00</span>
              <span className="font-semibold tabular-nums">{sayCount(orders)}</span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
