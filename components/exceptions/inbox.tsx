"use client";

import { useState } from "react";

import type { CausePage } from "@/components/query/cause-answers";
import { useCauses, useCauseTotals, usePrefetchedCauses } from "@/components/query/use-causes";
import { usePeople } from "@/components/query/use-people";
import { PageHeader } from "@/components/shell/page-header";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { NewArrivals } from "@/components/ui/data-list/new-arrivals";
import { countSelected } from "@/components/ui/data-list/selection";
import { SelectionBar } from "@/components/ui/data-list/selection-bar";
import { useSelection } from "@/components/ui/data-list/use-selection";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { ScopeLine } from "@/components/ui/scope-line";
import { SkeletonRows } from "@/components/ui/skeleton";
import { SplitPane } from "@/components/ui/split-pane";
import type { CauseFilter } from "@/lib/domain/exceptions/cause";
import { kindOf } from "@/lib/domain/exceptions/kinds";

import { ActionDialog } from "./action-dialog";
import { type CauseIntent, CausePane } from "./cause-pane";
import { isNarrowed } from "./cause-search";
import { DensityButton } from "./density-button";
import { BulkPreview } from "./fix/bulk-preview";
import { InboxFilters } from "./inbox-filters";
import { InboxEmpty, InboxList } from "./inbox-list";
import { ResultBar } from "./result-bar";
import { sayCauses, sayHolding, sayNarrowing } from "./say-scope";
import { SelectionActions } from "./selection-actions";
import { StaleNote } from "./stale-note";
import { stillShown, type Target, targetOf, targetOfAll } from "./target";
import { type Asked, useCauseActions } from "./use-cause-actions";
import { useDensity } from "./use-density";
import { useInboxSearch } from "./use-inbox-search";
import { useStandingRows } from "./use-standing-rows";
import type { Worker } from "./worker";

type Props = { worker: Worker; shops: readonly { id: string; name: string }[]; first: { filter: CauseFilter; page: CausePage } };

/** Every open cause by impact on the left, the chosen one on the right. */
export function Inbox({ worker, shops, first }: Props) {
  const { search, setSearch, filter } = useInboxSearch();
  const scope = JSON.stringify(filter);
  const list = useCauses(filter, scope === JSON.stringify(first.filter) ? first.page : null);
  const pages = list.data?.pages ?? [];
  const { rows, gone, arrivals, showNewest, noteActed } = useStandingRows(pages, list.isPlaceholderData || !list.data ? null : scope);
  const [selected, select] = useSelection(scope);
  const selection = stillShown(selected, rows);
  const [active, setActive] = useState(search.cause);
  const [intent, setIntent] = useState<CauseIntent | null>(null);
  const [isDense, setDense] = useDensity();
  const [previewing, setPreviewing] = useState<Target | null>(null);
  const people = usePeople();
  const at = rows.findIndex(({ id }) => id === active);
  usePrefetchedCauses(
    [rows[at - 1], rows[at + 1]].flatMap((row) => row?.id ?? []),
    search.cause !== null,
  );
  const opened = search.cause;
  const totals = useCauseTotals(filter).data ?? null;
  const matching = totals?.causes ?? null;

  const activate = (id: string | null) => {
    setActive(id);
    if (opened && id) void setSearch({ cause: id });
  };
  const open = (id: string, what: CauseIntent | null = null) => {
    setActive(id);
    setIntent(what);
    void setSearch({ cause: id }, { history: opened ? "replace" : "push" });
  };
  const close = () => void setSearch({ cause: null });

  const actions = useCauseActions({
    onDone(action, done, { scope: of }) {
      noteActed(done);
      const isOne = "ids" in of && of.ids.length === 1 && of.ids[0] === active;
      // Who takes a cause that is open before them is about to fix it.
      const stays =
        action.do === "comment" || action.do === "ask-first" || action.do === "reopen" || (action.do === "take" && opened === active);
      if (isOne && !stays) advance();
    },
  });
  function advance() {
    const next = rows[at + 1] ?? rows[at - 1];
    if (next) activate(next.id);
  }

  const parts = sayNarrowing(filter, {
    shops: new Map(shops.map(({ id, name }) => [id, name])),
    people: new Map((people.data?.people ?? []).map(({ id, name }) => [id, name])),
    kinds: new Map(filter.kind ? [[filter.kind, kindOf(filter.kind)?.title ?? filter.kind]] : []),
  });

  const chosen = countSelected(selection, matching) ?? 0;
  function target(): Target | null {
    if (chosen > 0 && selection.of === "keys") return targetOf([...selection.keys], rows);
    if (chosen > 0 && selection.of === "all")
      return targetOfAll({ rows, filter, matching: matching ?? 0, except: [...selection.except], parts });
    return active ? targetOf([active], rows) : null;
  }
  const take = () => {
    const of = target();
    if (of) void actions.run({ do: "take" }, of);
  };
  const ask = (what: Asked) => {
    const of = target();
    if (of) actions.ask(what, of);
  };
  const intend = (what: CauseIntent) => {
    if (active) open(active, what);
  };

  useShortcuts("Causes", [
    { keys: "t", label: "Take", run: take },
    { keys: "a", label: "Assign", run: () => ask("assign") },
    { keys: "s", label: "Snooze", run: () => ask("snooze") },
    { keys: "e", label: "Resolve by hand", run: () => ask("resolve") },
    { keys: "c", label: "Comment", run: () => (chosen > 0 ? ask("comment") : intend("comment")) },
    { keys: "m", label: "Map: go to the fix", run: () => intend("fix") },
    { keys: "p", label: "Preview the fix", run: () => (chosen > 0 ? setPreviewing(target()) : intend("preview")) },
    ...(actions.undo ? [{ keys: "u", label: "Undo the last action", run: actions.undo }] : []),
  ]);
  useShortcuts("Causes", [{ keys: "escape", label: "Close the cause", run: close }], { isActive: opened !== null });

  const isEmpty = list.data !== undefined && !list.isPlaceholderData && rows.length === 0;
  return (
    <>
      <PageHeader title="Inbox" actions={<DensityButton isDense={isDense} onChange={setDense} />}>
        {(totals || !list.isError) && (
          <ScopeLine count={matching} noun={totals ? sayHolding(totals, filter.state) : sayCauses(filter.state, null)} parts={parts} />
        )}
      </PageHeader>
      <SplitPane
        label="Cause"
        onClose={close}
        list={
          <div className="flex h-full flex-col">
            <InboxFilters search={search} onChange={(change) => void setSearch(change)} shops={shops} people={people.data?.people ?? []} />
            {list.isError && list.data && (
              <StaleNote at={pages[0]?.asOf ?? null} message={list.error.message} onRetry={() => void list.refetch()} />
            )}
            <div className="relative min-h-0 flex-1" aria-busy={list.isPlaceholderData}>
              <NewArrivals count={arrivals} gone={gone.size} onShow={showNewest} />
              {list.isPending && <SkeletonRows label="Loading causes" />}
              {list.isError && !list.data && (
                <ErrorState
                  title="The inbox could not be loaded"
                  message={list.error.message}
                  onRetry={() => void list.refetch()}
                  isRetrying={list.isFetching}
                />
              )}
              {isEmpty && (
                <InboxEmpty
                  isNarrowed={isNarrowed(filter)}
                  asOf={pages[0]?.asOf ?? new Date()}
                  onClear={() => void setSearch({ state: null, owner: null, family: null, kind: null, shop: null, q: null })}
                />
              )}
              {rows.length > 0 && (
                <InboxList
                  rows={rows}
                  gone={gone}
                  filter={filter}
                  isDense={isDense}
                  activeKey={active}
                  onActivate={activate}
                  onOpen={open}
                  selection={selection}
                  onSelect={select}
                  onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
                  isLoadingMore={list.isFetchingNextPage}
                />
              )}
              <div className="pointer-events-none absolute inset-x-0 bottom-0 flex flex-col items-center">
                {actions.result && (
                  <ResultBar
                    result={actions.result}
                    onOpen={open}
                    onUndo={actions.undo ? () => void actions.undo?.() : null}
                    onDismiss={actions.dismiss}
                  />
                )}
                <SelectionBar
                  selection={selection}
                  onSelect={select}
                  matching={matching}
                  loaded={rows.length}
                  scope={[sayCauses(filter.state, matching), ...parts].join(" · ")}
                >
                  <SelectionActions
                    may={worker.may.work}
                    isRunning={actions.isRunning}
                    onTake={take}
                    onPreview={() => setPreviewing(target())}
                    onAsk={ask}
                  />
                </SelectionBar>
              </div>
            </div>
          </div>
        }
        detail={
          opened && (
            <CausePane
              key={opened}
              id={opened}
              worker={worker}
              intent={opened === active ? intent : null}
              onIntentMet={() => setIntent(null)}
              onTake={() => void actions.run({ do: "take" }, targetOf([opened], rows))}
              onAsk={(what) => actions.ask(what, targetOf([opened], rows))}
              onRun={(action) => void actions.run(action, targetOf([opened], rows))}
              onOpen={open}
              onClose={close}
              isInPane
            />
          )
        }
      />
      <ActionDialog asking={actions.asking} onRun={(action, of) => void actions.run(action, of)} onClose={actions.stopAsking} />
      <BulkPreview target={previewing} worker={worker} onClose={() => setPreviewing(null)} />
      <span className="sr-only" role="status">
        {chosen > 0 ? "" : arrivals > 0 ? `${sayCount(arrivals, "new cause")} waiting to be shown` : ""}
      </span>
    </>
  );
}
