"use client";

import { FilterX } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";

import { ChoiceMenu } from "@/components/exceptions/choice-menu";
import type { LastCompares } from "@/components/query/stock-answers";
import { useSettled } from "@/components/query/use-settled";
import { type FirstDrift, useDriftCounts, useLastCompares } from "@/components/query/use-stock";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";

import { BoardScope } from "./board-scope";
import { BufferRulesButton } from "./buffer-rules";
import { CompareButton } from "./compare-button";
import { DriftList } from "./drift-list";
import { LastChecks } from "./last-checks";
import { ShowChips } from "./show-chips";
import { type DriftSearch, driftFilterOf, driftSearch } from "./stock-search";

export type StockShop = { id: string; name: string; locations: readonly { id: string; name: string }[] };
type Props = { shops: readonly StockShop[]; mayWrite: boolean; first: FirstDrift; firstCompares: LastCompares };

/** What the web shows and what may be sold, wherever the two are not one. */
export function DriftPage({ shops, mayWrite, first, firstCompares }: Props) {
  const [search, setSearch] = useQueryStates(driftSearch);
  const q = useSettled(search.q, 200);
  const filter = useMemo(() => driftFilterOf({ ...search, q }), [search, q]);
  const counts = useDriftCounts(filter, first).data?.counts ?? null;
  const inScope = filter.shop === "" ? shops : shops.filter(({ id }) => id === filter.shop);
  const compares = useLastCompares(firstCompares).data.compares.filter(({ shopId }) => inScope.some(({ id }) => id === shopId));
  const isFiltered = Object.entries(filter).some(([name, value]) => value !== (name === "show" ? "all" : ""));
  const set = (change: Partial<DriftSearch>) => void setSearch(change);
  const clear = () => void setSearch(null);
  const locations = inScope.flatMap(({ name, locations }) =>
    locations.map((place) => ({ value: place.id, label: inScope.length > 1 ? `${place.name}, ${name}` : place.name })),
  );

  return (
    <>
      <PageHeader
        title="Stock"
        actions={
          <>
            <BufferRulesButton shops={inScope} mayWrite={mayWrite} />
            {mayWrite && <CompareButton shops={inScope} compares={compares} />}
          </>
        }
      >
        {counts && <BoardScope counts={counts} search={search} isChecked={compares.length > 0} />}
      </PageHeader>
      <search aria-label="Filter" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
        <SearchInput label="SKU, name or barcode" value={search.q} onChange={(text) => set({ q: text })} className="w-52" />
        <ShowChips chosen={search.show} counts={counts} onChoose={(show) => set({ show })} />
        {shops.length > 1 && (
          <ChoiceMenu
            label="Shop"
            none=""
            value={search.shop}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(shop) => set({ shop, location: "" })}
          />
        )}
        <ChoiceMenu label="Location" none="" value={search.location} options={locations} onChange={(location) => set({ location })} />
        {isFiltered && (
          <Button variant="ghost" size="sm" onClick={clear}>
            <FilterX /> Show all
          </Button>
        )}
      </search>
      <LastChecks compares={compares} isNamed={inScope.length > 1} />
      {!mayWrite && (
        <p className="border-b px-4 py-1.5 text-faint text-xs">
          You can look at everything here. Operations and ecommerce push stock and set buffers.
        </p>
      )}
      <DriftList
        filter={filter}
        first={first}
        counts={counts}
        compares={compares}
        mayWrite={mayWrite}
        isFiltered={isFiltered}
        onClear={clear}
      />
    </>
  );
}
