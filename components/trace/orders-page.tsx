"use client";

import { FilterX, ShoppingBag } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";

import { ChoiceMenu } from "@/components/exceptions/choice-menu";
import { StaleNote } from "@/components/exceptions/stale-note";
import { type FirstOrders, orderKey, useOrders, useOrderTotals } from "@/components/query/use-orders";
import { useSettled } from "@/components/query/use-settled";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ScopeLine } from "@/components/ui/scope-line";
import { SearchInput } from "@/components/ui/search-input";
import { StandingList } from "@/components/ui/standing-list";
import { orderStates, promises } from "@/lib/domain/orders/order-filter";

import { MoneyStrip } from "./money-strip";
import { orderColumns } from "./order-columns";
import { type OrderSearch, orderFilterOf, orderHref, orderSearch } from "./order-search";
import { isNarrowed, promiseWords, sayOrderNarrowing, sayOrderTotals, sayPart, stateWords } from "./say-orders";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const stateOptions = orderStates.filter((value) => value !== "").map((value) => ({ value, label: capital(stateWords[value]) }));
const promiseOptions = promises.filter((value) => value !== "").map((value) => ({ value, label: capital(promiseWords[value]) }));

type Props = {
  shops: readonly { id: string; name: string }[];
  /** Names of stores, by the id that the address has. */
  places: ReadonlyMap<string, string>;
  first: FirstOrders;
};

/** Every web order that a shop told of, newest first. */
export function OrdersPage({ shops, places, first }: Props) {
  const [search, setSearch] = useQueryStates(orderSearch);
  const router = useRouter();
  const q = useSettled(search.q, 200);
  const filter = useMemo(() => orderFilterOf({ ...search, q }), [search, q]);
  const list = useOrders(filter, first);
  const totals = useOrderTotals(filter);
  const parts = sayOrderNarrowing(filter, new Map(shops.map(({ id, name }) => [id, name])));
  const clear = () => void setSearch(null);
  const set = (change: Partial<OrderSearch>) => void setSearch(change);

  return (
    <>
      <PageHeader title="Orders">
        <ScopeLine count={totals.data?.orders ?? null} noun={sayOrderTotals(filter, totals.data)} parts={parts} />
      </PageHeader>
      <search aria-label="Filter" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
        <SearchInput label="Number, id, e-mail, last four" value={search.q} onChange={(text) => set({ q: text })} className="w-60" />
        <ChoiceMenu
          label="State"
          none=""
          value={search.state}
          options={stateOptions}
          onChange={(state) => set({ state: state as OrderSearch["state"] })}
        />
        <ChoiceMenu
          label="Promise"
          none=""
          value={search.promise}
          options={promiseOptions}
          onChange={(promise) => set({ promise: promise as OrderSearch["promise"] })}
        />
        {shops.length > 1 && (
          <ChoiceMenu
            label="Shop"
            none=""
            value={search.shop}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(shop) => set({ shop })}
          />
        )}
        {search.healed !== "" && <Badge tone="info">Fixed itself today</Badge>}
        {search.due !== "" && <Badge tone="info">Due now</Badge>}
        {sayPart(filter, places).map((part) => (
          <Badge key={part} tone="info">
            {part}
          </Badge>
        ))}
        {isNarrowed(filter) && (
          <Button variant="ghost" size="sm" onClick={clear}>
            <FilterX /> Show all
          </Button>
        )}
      </search>
      {totals.data?.money?.map((money) => (
        <MoneyStrip key={money.currency} money={money} />
      ))}
      {list.error && list.hasRows && <StaleNote at={list.asOf} message={list.error.message} onRetry={list.retry} />}
      <div className="min-h-0 flex-1">
        <StandingList
          list={list}
          label="Orders"
          columns={orderColumns}
          keyOf={orderKey}
          onOpen={(order) => router.push(orderHref(order))}
          scope={JSON.stringify(filter)}
          empty={<NoOrders isFiltered={isNarrowed(filter)} asOf={list.asOf} onClear={clear} />}
        />
      </div>
    </>
  );
}

function NoOrders({ isFiltered, asOf, onClear }: { isFiltered: boolean; asOf: Date | null; onClear: () => void }) {
  if (!isFiltered)
    return (
      <EmptyState icon={ShoppingBag} title="No shop has told of an order yet" checkedAt={asOf}>
        Web orders appear here within seconds of being placed, and at the latest with the next minute's look at the shop.
      </EmptyState>
    );
  return (
    <EmptyState icon={FilterX} title="No order matches" checkedAt={asOf} action={<Button onClick={onClear}>Show all orders</Button>}>
      Orders appear here as soon as they match. A search finds the number, the shop's or the till's id, the e-mail address, or the last four
      characters of a number.
    </EmptyState>
  );
}
