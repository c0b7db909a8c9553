"use client";

import { FilterX } from "lucide-react";
import { useMemo } from "react";

import type { ListedCause } from "@/components/query/cause-answers";
import { useCauses } from "@/components/query/use-causes";
import { Button } from "@/components/ui/button";
import { useNow, useZone } from "@/components/ui/clock";
import { DataList } from "@/components/ui/data-list/data-list";
import type { Selection } from "@/components/ui/data-list/selection";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { CauseFilter } from "@/lib/domain/exceptions/cause";

import { type CauseRow, causeColumns } from "./cause-columns";
import { sayMinute } from "./say-promise";
import { rankRule, sayRank } from "./say-rank";

type Props = {
  rows: readonly ListedCause[];
  gone: ReadonlySet<string>;
  filter: CauseFilter;
  isDense: boolean;
  activeKey: string | null;
  onActivate: (id: string | null) => void;
  onOpen: (id: string) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onMore: (() => void) | undefined;
  isLoadingMore: boolean;
};

export function InboxList({
  rows,
  gone,
  filter,
  isDense,
  activeKey,
  onActivate,
  onOpen,
  selection,
  onSelect,
  onMore,
  isLoadingMore,
}: Props) {
  const now = useNow();
  const zone = useZone();
  const isClosedList = filter.state === "resolved";
  const columns = useMemo(() => causeColumns({ isDense, isClosedList }), [isDense, isClosedList]);
  const shown = useMemo<CauseRow[]>(
    () =>
      rows.map((cause, at) => ({
        ...cause,
        position: at + 1,
        isGone: gone.has(cause.id),
        whyHere: isClosedList ? cause.sentence : `${sayRank(at + 1, cause, now, zone)} ${rankRule}`,
      })),
    [rows, gone, isClosedList, now, zone],
  );
  return (
    <DataList
      label="Causes by impact"
      rows={shown}
      columns={columns}
      getKey={({ id }) => id}
      activeKey={activeKey}
      onActivate={onActivate}
      onOpen={({ id }) => onOpen(id)}
      selection={selection}
      onSelect={onSelect}
      rowHeight={isDense ? 32 : 44}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
      footer={rows.length > 8 && <p className="px-4 py-3 text-faint text-xs">That is all. {!isClosedList && rankRule}</p>}
    />
  );
}

type EmptyProps = { isNarrowed: boolean; asOf: Date; onClear: () => void };

/** Nothing here: because all is well, or because the filter leaves nothing. */
export function InboxEmpty({ isNarrowed, asOf, onClear }: EmptyProps) {
  const zone = useZone();
  const closed = useCauses(CauseFilter.parse({ state: "resolved" }), null);
  const last = closed.data?.pages[0]?.causes[0];
  if (isNarrowed) {
    return (
      <EmptyState
        icon={FilterX}
        title="Nothing matches this filter"
        checkedAt={asOf}
        action={
          <Button onClick={onClear}>
            <FilterX /> Show all open causes
          </Button>
        }
      >
        Causes appear here as soon as they match it.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`Inbox clear at ${sayMinute(asOf, zone)}`} checkedAt={asOf}>
      <p>Nothing is held. What needs a person appears here within seconds.</p>
      {last?.closedAt && (
        <p className="mt-2">
          Last closed by {last.closedByName ?? "Parity"}, <RelativeTime at={last.closedAt} isPast />: {last.sentence}
        </p>
      )}
    </EmptyState>
  );
}
