"use client";

import { X } from "lucide-react";

import { StepLanes } from "@/components/charts/step-lanes";
import type { LocationStock } from "@/components/query/stock-answers";
import { usePairTimeline } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";

import { lanesOf, spansOf } from "./lanes-of";
import { PairEvents } from "./pair-events";

const lanes = [
  { key: "one", label: "On the shelf", ink: "var(--muted-foreground)" },
  { key: "other", label: "Web shows", ink: "var(--link)", isDashed: true },
] as const;
const inks = { "web-more": "var(--bad)", "web-fewer": "var(--warn)" } as const;

/** What happened to one product at one location on both sides: as two lines, and line by line. */
export function PairTimeline({ place, onClose }: { place: LocationStock; onClose: () => void }) {
  const { shopId, locationId, sku } = place;
  const query = usePairTimeline({ shopId, locationId, sku });
  const events = query.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const points = lanesOf(events, query.data?.pages[0]?.asOf ?? new Date(0));
  const spans = spansOf(points);
  const isDrawn = points.some(({ one, other }) => one !== null || other !== null);
  return (
    <Card>
      <CardHeader
        title={`Timeline at ${place.locationName}`}
        hint={query.data ? `${sayCount(events.length, "event")}${query.hasNextPage ? ", newest" : ""}` : undefined}
        actions={
          <Button variant="ghost" size="icon-sm" aria-label="Close the timeline" onClick={onClose}>
            <X />
          </Button>
        }
      />
      {query.isPending && <SkeletonRows count={6} label="Loading the timeline" />}
      {query.isError && !query.data && (
        <ErrorState
          title="The timeline could not be loaded"
          message={query.error.message}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
      {query.data && events.length === 0 && (
        <EmptyState title="Nothing has happened here yet" checkedAt={query.data.pages[0]?.asOf ?? null}>
          Movements at the till, web orders, and every figure that is sent to the web appear here as they happen.
        </EmptyState>
      )}
      {events.length > 0 && (
        <>
          {isDrawn && (
            <figure className="border-b px-2 pt-3 pb-2">
              <StepLanes
                label={`Units on the shelf at ${place.locationName} and on the web over time; every step stands in the list below`}
                points={points}
                lanes={lanes}
                shades={spans.map(({ from, to, side }) => ({ from, to, ink: inks[side] }))}
              />
              <Legend />
            </figure>
          )}
          <PairEvents events={events} />
          {query.hasNextPage && (
            <div className="border-t p-2 text-center">
              <Button variant="ghost" size="sm" onClick={() => void query.fetchNextPage()} isLoading={query.isFetchingNextPage}>
                Show earlier
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function Legend() {
  return (
    <figcaption className="mt-1 flex flex-wrap gap-x-4 gap-y-1 px-3 text-muted-foreground text-xs">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="w-5 border-t-2 border-muted-foreground" /> On the shelf at the till
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="w-5 border-t-2 border-link border-dashed" /> Web shows
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-5 rounded-xs bg-bad/20" /> Web shows more than there is
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-5 rounded-xs bg-warn/20" /> Web shows fewer: reserved, promised, buffer or hidden
      </span>
    </figcaption>
  );
}
