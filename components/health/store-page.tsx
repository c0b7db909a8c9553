"use client";

import { PackageSearch } from "lucide-react";
import { useQueryStates } from "nuqs";

import { StaleNote } from "@/components/exceptions/stale-note";
import type { Store, StoreOrder } from "@/components/query/store-answers";
import { useSettled } from "@/components/query/use-settled";
import { useStore } from "@/components/query/use-store";
import { PageHeader } from "@/components/shell/page-header";
import { ExactTime } from "@/components/trace/exact-time";
import { useNow, useZone } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchInput } from "@/components/ui/search-input";
import { countBoard, isOn } from "@/lib/domain/orders/store-board";

import { BoardTiles } from "./board-tiles";
import { StockNotes } from "./stock-notes";
import { StoreOrders } from "./store-orders";
import { storeSearch } from "./store-search";

const groups: readonly { stage: StoreOrder["stage"]; title: string; hint: string; empty: string | null }[] = [
  { stage: "ready", title: "Ready to hand over", hint: "picked, the customer is on the way", empty: "Nothing waits for a customer." },
  { stage: "to-pick", title: "To pick", hint: "at the till, not picked yet", empty: "Nothing is left to pick." },
  {
    stage: "coming",
    title: "Not here yet",
    hint: "ordered online, held up on its way to the till",
    empty: "Every web order for this store is at the till.",
  },
  { stage: "done", title: "Done", hint: "handed over or cancelled, last two weeks", empty: null },
];
const mostDone = 10;

/** One store's day: what is due and when, what to pick, what is late and why, and whether the website is right. */
export function StorePage({ first }: { first: Store }) {
  const [{ q: text, show }, set] = useQueryStates(storeSearch, { history: "replace" });
  const q = useSettled(text.trim(), 200);
  const query = useStore(q, first);
  const now = useNow();
  const zone = useZone();
  const store = query.data ?? first;
  const isFinding = q !== "";
  const shown = isFinding ? store.orders : store.orders.filter((order) => isOn(order, show, zone, now));
  const isAll = show === "all" && !isFinding;
  const ofStage = (stage: StoreOrder["stage"]) => {
    const orders = shown.filter((order) => order.stage === stage);
    return stage === "done" && isAll ? orders.slice(-mostDone).reverse() : orders;
  };
  return (
    <>
      <PageHeader title="My store today">
        <span className="truncate text-muted-foreground text-xs">
          as of <ExactTime at={store.asOf} />
        </span>
      </PageHeader>
      {query.isError && <StaleNote at={store.asOf} message={query.error.message} onRetry={() => void query.refetch()} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-3xl flex-col gap-5 p-4 text-base">
          <SearchInput
            label="Find an order: number, name, e-mail"
            value={text}
            onChange={(q) => void set({ q })}
            className="w-full [&_input]:h-12 [&_input]:text-base"
          />
          {!isFinding && (
            <>
              <BoardTiles counts={countBoard(store.orders, zone, now)} show={show} onShow={(show) => void set({ show })} />
              <StockNotes stock={store.stock} />
            </>
          )}
          {shown.length === 0 && !isAll ? (
            <EmptyState
              icon={PackageSearch}
              title={isFinding ? `No order of this store matches “${q}”` : "No order of this kind now"}
              checkedAt={store.asOf}
            >
              {isFinding
                ? "Try the number from the customer's e-mail, the name or the e-mail address. An order for another store is not shown here."
                : "Tap the tile again to see the whole day."}
            </EmptyState>
          ) : (
            groups.map(({ stage, title, hint, empty }) => (
              <StoreOrders key={stage} title={title} hint={hint} empty={isAll ? empty : null} orders={ofStage(stage)} />
            ))
          )}
        </div>
      </div>
    </>
  );
}
