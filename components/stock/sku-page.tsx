"use client";

import { Upload } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { toast } from "sonner";

import { inboxHref } from "@/components/exceptions/cause-search";
import { StaleNote } from "@/components/exceptions/stale-note";
import { mappingsHref } from "@/components/mappings/mapping-search";
import type { SkuStock } from "@/components/query/stock-answers";
import { useSkuStock, useStockCommands } from "@/components/query/use-stock";
import { PageHeader } from "@/components/shell/page-header";
import { ShortcutButton } from "@/components/shortcuts/shortcut-button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";

import { PairTimeline } from "./pair-timeline";
import { SkuTable } from "./sku-table";
import { skuSearch } from "./stock-search";

type Props = { first: SkuStock; mayWrite: boolean; maySeeMappings: boolean; maySeeCauses: boolean };

/** One web SKU: what each location has, what may be sold of it, what the web offers, and what happened. */
export function SkuPage({ first, mayWrite, maySeeMappings, maySeeCauses }: Props) {
  const [{ at, shop }, setSearch] = useQueryStates(skuSearch);
  const query = useSkuStock(first);
  const stock = query.data;
  const { push } = useStockCommands();
  const opened = stock.locations.find(({ locationId, shopId }) => locationId === at && (shop === null || shopId === shop));
  const byShop = [...Map.groupBy(stock.locations, ({ shopId }) => shopId).values()];

  const pushAll = async () => {
    try {
      for (const places of byShop) {
        const shopId = places[0]?.shopId ?? "";
        await push.mutateAsync({ shopId, pairs: places.map(({ locationId, sku }) => ({ locationId, sku })) });
      }
      toast.success(`${stock.sku} is read anew at ${sayCount(stock.locations.length, "location")}; what differs is sent to the web.`);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <>
      <PageHeader
        title={stock.sku}
        trail={[{ href: "/stock", label: "Stock" }]}
        actions={
          mayWrite &&
          stock.locations.length > 0 && (
            <ShortcutButton
              keys="p"
              label="Push the truth"
              group="This product"
              size="sm"
              onRun={() => void pushAll()}
              isLoading={push.isPending}
            >
              <Upload /> Push the truth
            </ShortcutButton>
          )
        }
      >
        <span className="truncate text-muted-foreground text-xs">
          as of <RelativeTime at={stock.asOf} isPast />
        </span>
      </PageHeader>
      {query.isError && <StaleNote at={stock.asOf} message={query.error.message} onRetry={() => void query.refetch()} />}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-7xl flex-col gap-4 p-4">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <p className="font-semibold text-xl tracking-tight">{stock.title || stock.sku}</p>
            <CopyableId id={stock.sku} label="SKU" />
            {stock.category && <span className="text-muted-foreground text-sm">{stock.category}</span>}
            {stock.barcode && <CopyableId id={stock.barcode} label="barcode" />}
          </div>
          {byShop.length === 0 && (
            <Card>
              <EmptyState title="No location of this product's shops is mapped to the till" checkedAt={stock.asOf}>
                As soon as one is, its stock stands here.
              </EmptyState>
            </Card>
          )}
          {byShop.map((places) => (
            <Card key={places[0]?.shopId}>
              <CardHeader
                title={places[0]?.shopName}
                hint={places[0] && places[0].posSku !== stock.sku ? `${places[0].posSku} at the till` : "the same code at the till"}
                actions={
                  maySeeMappings && (
                    <Link
                      href={mappingsHref({ shop: places[0]?.shopId ?? "", q: stock.sku })}
                      className="rounded-sm text-link text-xs underline-offset-2 hover:underline"
                    >
                      Open its mapping
                    </Link>
                  )
                }
              />
              <SkuTable
                stock={stock}
                places={places}
                at={opened?.shopId === places[0]?.shopId ? (opened?.locationId ?? null) : null}
                mayWrite={mayWrite}
              />
            </Card>
          ))}
          {!mayWrite && <p className="text-faint text-xs">Buffers are set, and stock is pushed, by operations and ecommerce.</p>}
          {opened && (
            <PairTimeline
              key={`${opened.shopId}/${opened.locationId}`}
              place={opened}
              onClose={() => void setSearch({ at: null, shop: null })}
            />
          )}
          {maySeeCauses && <SkuCauses causes={stock.causes} />}
        </div>
      </div>
    </>
  );
}

function SkuCauses({ causes }: Pick<SkuStock, "causes">) {
  if (causes.length === 0) return null;
  return (
    <Card>
      <CardHeader title="What is open about it" hint={sayCount(causes.length, "cause")} />
      <ul className="divide-y">
        {causes.map(({ id, sentence, nextStep, openedAt }) => (
          <li key={id}>
            <Link href={inboxHref({ cause: id })} className="block px-4 py-2.5 hover:bg-hover">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 font-medium">{sentence}</span>
                <RelativeTime at={openedAt} isPast className="shrink-0 text-faint text-xs" />
              </span>
              <span className="block text-muted-foreground text-sm">{nextStep}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
