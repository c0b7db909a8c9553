"use client";

import Link from "next/link";
import { useState } from "react";

import type { CauseDetail, HeldRecord } from "@/components/query/cause-answers";
import { useHeld } from "@/components/query/use-causes";
import { skuHref } from "@/components/stock/stock-search";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { kindOf } from "@/lib/domain/exceptions/kinds";

import { PromiseClock } from "./promise-clock";
import { SectionTitle } from "./section-title";

type Props = { detail: CauseDetail; onOpen: (id: string) => void };

/** The records it holds, the failing field of each marked; a few first, all on demand. */
export function CauseEvidence({ detail: { cause, held: sample }, onOpen }: Props) {
  const [isAll, setAll] = useState(false);
  const all = useHeld(cause.id, isAll);
  const records = isAll && all.data ? all.data.pages.flatMap(({ held }) => held) : sample;
  if (records.length === 0) return null;
  const ofOrders = records.some(({ entity }) => entity === "order");
  const hint =
    records.length < cause.records ? `${sayCount(records.length)} of ${sayCount(cause.records)}, promises first` : "promises first";
  return (
    <section id="held" aria-label="What it holds" className="scroll-mt-4">
      <SectionTitle title="What it holds" hint={ofOrders ? hint : undefined} />
      <div className="overflow-hidden rounded-lg border">
        <Table label="Held records">
          <Thead>
            <tr>
              <Th>{ofOrders ? "Order" : "Record"}</Th>
              <Th>What stands in the way</Th>
              {ofOrders && <Th isNumber>Amount</Th>}
              {ofOrders && <Th className="@max-[620px]/cause:hidden">Promise</Th>}
            </tr>
          </Thead>
          <Tbody>
            {records.map((record) => (
              <Line key={record.id} record={record} onOpen={onOpen} isOrder={ofOrders} />
            ))}
          </Tbody>
        </Table>
      </div>
      {all.isError && (
        <p role="alert" className="mt-2 text-bad text-xs">
          The rest could not be loaded: {all.error.message}
        </p>
      )}
      <div className="mt-2 flex gap-2">
        {!isAll && sample.length < cause.records && (
          <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
            Show all {sayCount(cause.records)}
          </Button>
        )}
        {isAll && (all.hasNextPage || all.isPending) && (
          <Button size="sm" variant="ghost" isLoading={all.isFetching} onClick={() => void all.fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </section>
  );
}

/** The SKU and location that a record of stock is about; null for findings of the set-up. */
function pairOf(key: string): { locationId: string; sku: string } | null {
  const [, locationId, sku] = /^(?:edit:)?(\d+):(.+)$/.exec(key) ?? [];
  return locationId && sku ? { locationId, sku } : null;
}

type LineProps = { record: HeldRecord; isOrder: boolean; onOpen: (id: string) => void };

function Line({ record: { entity, shopId, key, label, amount, currency, promiseAt, detail, others, state }, isOrder, onOpen }: LineProps) {
  const [other] = others;
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        {entity === "order" ? (
          <Link
            href={`/orders/${shopId}/${encodeURIComponent(key)}`}
            className="font-medium underline-offset-2 hover:text-link hover:underline"
          >
            {label || key}
          </Link>
        ) : entity === "product" && pairOf(key) ? (
          <Link
            href={skuHref(pairOf(key)?.sku ?? "", { shop: shopId, at: pairOf(key)?.locationId ?? "" })}
            className="font-medium underline-offset-2 hover:text-link hover:underline"
          >
            {label || key}
          </Link>
        ) : (
          label || key
        )}
        {state === "set-aside" && <span className="block text-faint text-xs">set aside</span>}
      </Td>
      <Td className="min-w-40">
        {detail.field && <span className="text-muted-foreground">{detail.field}: </span>}
        {detail.value && <mark className="break-words rounded-sm bg-bad-soft px-1 py-0.5 font-medium text-bad">{detail.value}</mark>}
        {other && (
          <span className="block truncate text-faint text-xs">
            also waits for{" "}
            <button
              type="button"
              className="rounded-sm underline-offset-2 hover:text-link hover:underline"
              onClick={() => onOpen(other.id)}
            >
              {kindOf(other.kind)?.entity === "sku" ? other.entity : (kindOf(other.kind)?.title ?? other.kind)}
            </button>
            {others.length > 1 && ` and ${sayCount(others.length - 1)} more`}
          </span>
        )}
      </Td>
      {isOrder && <Td isNumber>{currency && <Money amount={amount} currency={currency} />}</Td>}
      {isOrder && (
        <Td className="@max-[620px]/cause:hidden">
          <PromiseClock at={promiseAt} className="text-xs" />
        </Td>
      )}
    </Tr>
  );
}
