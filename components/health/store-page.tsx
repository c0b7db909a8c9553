"use client";

import { CircleAlert, CircleCheck, PackageSearch } from "lucide-react";
import { useState } from "react";

import { StaleNote } from "@/components/exceptions/stale-note";
import { useSettled } from "@/components/query/use-settled";
import { type Store, type StoreOrder, useStore } from "@/components/query/use-store";
import { PageHeader } from "@/components/shell/page-header";
import { ExactTime } from "@/components/trace/exact-time";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchInput } from "@/components/ui/search-input";

import { StoreOrders } from "./store-orders";

const groups: readonly { stage: StoreOrder["stage"]; title: string; hint: string; empty: string }[] = [
  { stage: "ready", title: "Ready to hand over", hint: "picked, the customer is on the way", empty: "Nothing waits for a customer." },
  { stage: "to-pick", title: "To pick", hint: "at the till, not picked yet", empty: "Nothing is left to pick." },
  {
    stage: "coming",
    title: "Not here yet",
    hint: "ordered online, held up on its way to the till",
    empty: "Every web order for this store is at the till.",
  },
];

/** One store's day: what to hand over, what to pick, what is late and why, and whether the website is right. */
export function StorePage({ first }: { first: Store }) {
  const [text, setText] = useState("");
  const q = useSettled(text.trim(), 200);
  const query = useStore(q, first);
  const store = query.data ?? first;
  const done = store.orders.filter(({ stage }) => stage === "done");
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
          <StockNotes stock={store.stock} />
          <SearchInput
            label="Find an order: number, e-mail, last four"
            value={text}
            onChange={setText}
            className="w-full [&_input]:h-11 [&_input]:text-base"
          />
          {q !== "" && store.orders.length === 0 ? (
            <EmptyState icon={PackageSearch} title={`No order of this store matches “${q}”`} checkedAt={store.asOf}>
              Try the number from the customer's e-mail, or the e-mail address. An order for another store is not shown here.
            </EmptyState>
          ) : (
            <>
              {groups.map(({ stage, title, hint, empty }) => (
                <StoreOrders
                  key={stage}
                  title={title}
                  hint={hint}
                  empty={q === "" ? empty : null}
                  orders={store.orders.filter((order) => order.stage === stage)}
                />
              ))}
              <StoreOrders
                title="Done"
                hint="handed over or cancelled, last two weeks"
                empty={null}
                orders={q === "" ? done.slice(-10).reverse() : done}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

function StockNotes({ stock }: Pick<Store, "stock">) {
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
                <span className="block text-sm">
                  Website updated <RelativeTime at={confirmedAt} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
