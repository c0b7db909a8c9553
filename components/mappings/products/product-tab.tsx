"use client";

import { SearchX } from "lucide-react";
import { useCallback, useState } from "react";

import type { Suggestion } from "@/components/query/cause-answers";
import type { MappingShow, SkuPage } from "@/components/query/mapping-answers";
import { useSkuMappings, useSuggestions } from "@/components/query/use-mappings";
import { useSettled } from "@/components/query/use-settled";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { Button } from "@/components/ui/button";
import { DataList } from "@/components/ui/data-list/data-list";
import { isSelected } from "@/components/ui/data-list/selection";
import { useSelection } from "@/components/ui/data-list/use-selection";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { SearchInput } from "@/components/ui/search-input";
import { SkeletonRows } from "@/components/ui/skeleton";

import { isGap } from "../drafts";
import { DraftBar } from "../saving/draft-bar";
import { useSaving } from "../saving/saving-context";
import { AcceptSafe } from "./accept-safe";
import { FilterChips } from "./filter-chips";
import { PasteDialog } from "./paste-dialog";
import { productColumns } from "./product-columns";
import { SelectedProducts } from "./selected-products";
import { SheetProvider } from "./sheet-context";
import { usePaste } from "./use-paste";
import { rowHeight, useProductSheet } from "./use-product-sheet";

type Search = { show: MappingShow; q: string; row: string | null };
/** What the server rendered, and for which question. */
export type FirstPage = { show: MappingShow; q: string; page: SkuPage };
type Props = { search: Search; onSearch: (change: Partial<Search>) => void; first: FirstPage | null };

const mostSuggested = 60;
const none: Record<string, Suggestion[]> = {};

/** The sheet of web products and what each is at the till. */
export function ProductTab({ search, onSearch, first }: Props) {
  const { shopId, worker } = useSaving();
  const q = useSettled(search.q, 200);
  const list = useSkuMappings({ shop: shopId, show: search.show, q }, first?.show === search.show && first.q === q ? first.page : null);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts = list.data?.pages[0]?.counts ?? null;
  const mayEdit = worker.may.map;
  const [selection, select] = useSelection(`${shopId}|${search.show}|${search.q}`);
  const [pasted, setPasted] = useState<string | null>(null);
  const gaps = rows.filter(isGap).slice(0, mostSuggested);
  const suggestions =
    useSuggestions(
      shopId,
      gaps.map(({ theirs }) => theirs),
    ).data?.suggestions ?? none;
  const sheet = useProductSheet({ rows, suggestions, activeKey: search.row, onActivate: (row) => onSearch({ row }), mayEdit });
  const selected = rows.filter(({ theirs }) => isSelected(selection, theirs));
  const active = rows.find(({ theirs }) => theirs === search.row);

  useShortcuts(
    "Mappings",
    [
      { keys: "enter", label: "Choose the product of the till", run: () => sheet.edit() },
      { keys: "n", label: "Next gap", run: () => sheet.goToNextGap(true) },
      {
        keys: "a",
        label: "Take the suggestion",
        run: () => active && sheet.accept(active),
      },
    ],
    { isActive: mayEdit },
  );
  usePaste(mayEdit && pasted === null && sheet.editing === null, setPasted);
  const onMore = useCallback(() => void list.fetchNextPage(), [list.fetchNextPage]);

  return (
    <div ref={sheet.frame} className="flex h-full min-h-0 flex-col">
      <search aria-label="Filter" className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
        <SearchInput label="Search codes and names" value={search.q} onChange={(next) => onSearch({ q: next })} className="w-56" />
        <FilterChips chosen={search.show} counts={counts} onChoose={(show) => onSearch({ show })} />
      </search>
      <AcceptSafe question={{ shop: shopId, show: search.show, q }} onSaved={sheet.drop} />
      <div className="relative min-h-0 flex-1">
        {list.isPending ? (
          <SkeletonRows label="Loading mappings" />
        ) : list.isError && rows.length === 0 ? (
          <ErrorState message={list.error.message} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
        ) : rows.length === 0 ? (
          <NothingHere search={search} total={counts?.all ?? 0} checkedAt={list.data?.pages[0]?.asOf ?? null} onSearch={onSearch} />
        ) : (
          <SheetProvider sheet={sheet}>
            <DataList
              label="Web products and what they are at the till"
              rows={rows}
              columns={productColumns}
              getKey={({ theirs }) => theirs}
              activeKey={search.row}
              onActivate={(row) => onSearch({ row })}
              {...(mayEdit && { selection, onSelect: select })}
              rowHeight={rowHeight}
              onMore={list.hasNextPage ? onMore : undefined}
              isLoadingMore={list.isFetchingNextPage}
              footer={<p className="px-4 py-3 text-faint text-xs">{sayCount(rows.length, "product")}, all there are here.</p>}
            />
          </SheetProvider>
        )}
        <div className="pointer-events-none absolute inset-x-0 bottom-0 z-20 grid">
          {selected.length > 0 ? (
            <SelectedProducts
              selected={selected}
              loaded={rows.length}
              selection={selection}
              onSelect={select}
              best={({ theirs }) => suggestions[theirs]?.[0]}
              onDraft={sheet.add}
              onPaste={() => setPasted("")}
            />
          ) : (
            <DraftBar kind="sku" noun="product" />
          )}
        </div>
      </div>
      {pasted !== null && (
        <PasteDialog
          text={pasted}
          rows={
            selected.length > 0
              ? selected
              : rows.slice(
                  Math.max(
                    0,
                    rows.findIndex(({ theirs }) => theirs === search.row),
                  ),
                )
          }
          isSelection={selected.length > 0}
          onDraft={sheet.add}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  );
}

type NothingProps = { search: Search; total: number; checkedAt: Date | null; onSearch: (change: Partial<Search>) => void };

function NothingHere({ search, total, checkedAt, onSearch }: NothingProps) {
  if (search.q !== "")
    return (
      <EmptyState
        icon={SearchX}
        title={`Nothing is called “${search.q}”`}
        checkedAt={checkedAt}
        action={<Button onClick={() => onSearch({ q: "" })}>Clear the search</Button>}
      >
        Codes, names and barcodes of the shop and the till were searched.
      </EmptyState>
    );
  if (search.show === "all")
    return (
      <EmptyState title="The shop has no products yet" checkedAt={checkedAt}>
        They appear here once its catalogue has been read for the first time.
      </EmptyState>
    );
  const good = search.show === "gaps" || search.show === "blocked" || search.show === "one-sided" || search.show === "near";
  return (
    <EmptyState
      title={good ? `Every one of ${sayCount(total, "web product")} has its product at the till` : "No product is like that"}
      checkedAt={checkedAt}
      action={<Button onClick={() => onSearch({ show: "all" })}>Show all</Button>}
    >
      {good ? "A new product online that the till does not know is listed here before anybody orders it." : "Others are under All."}
    </EmptyState>
  );
}
