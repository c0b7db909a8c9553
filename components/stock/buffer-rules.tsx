"use client";

import { ShieldPlus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";

import type { NamedBuffer } from "@/components/query/stock-answers";
import { useBufferRules, useStockCommands } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { holdAll } from "@/lib/domain/stock/sellable";

import { AddBufferRule } from "./add-buffer-rule";
import type { StockShop } from "./drift-page";
import { skuHref } from "./stock-search";

type Props = { shops: readonly StockShop[]; mayWrite: boolean };

/** Every rule that holds units back from the web, widest first; rules for many products are made here. */
export function BufferRulesButton({ shops, mayWrite }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState<string | undefined>(undefined);
  const shop = shops.find(({ id }) => id === chosen) ?? shops[0];
  const rules = useBufferRules(shop?.id ?? "", isOpen);
  if (!shop) return null;
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <ShieldPlus /> <span className="max-sm:sr-only">Buffers</span>
        </Button>
      </DialogTrigger>
      <DialogContent
        title={`Buffers of ${shop.name}`}
        description="Units held back from the web. The more exact rule counts: a product before its category before everything, and within each its location before all."
        className="w-[min(46rem,calc(100vw-2rem))]"
      >
        {shops.length > 1 && (
          <Select
            aria-label="Shop"
            value={shop.id}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
            className="mb-3 w-56"
          />
        )}
        {rules.isPending && <SkeletonRows count={4} label="Loading the rules" />}
        {rules.isError && (
          <ErrorState
            message={rules.error.message}
            onRetry={() => void rules.refetch()}
            isRetrying={rules.isFetching}
            className="min-h-32"
          />
        )}
        {rules.data && (
          <div className="grid gap-4">
            {mayWrite && <AddBufferRule key={shop.id} shop={shop} categories={rules.data.categories} />}
            {rules.data.buffers.length === 0 ? (
              <p className="text-muted-foreground text-sm">No rule yet: the web offers everything that is free at the till.</p>
            ) : (
              <Table label={`Buffers of ${shop.name}`} className="[&_td]:px-2 [&_th]:px-2">
                <Thead>
                  <tr>
                    <Th>For</Th>
                    <Th>At</Th>
                    <Th isNumber>Held back</Th>
                    <Th>Since</Th>
                    {mayWrite && (
                      <Th>
                        <span className="sr-only">Take away</span>
                      </Th>
                    )}
                  </tr>
                </Thead>
                <Tbody>
                  {rules.data.buffers.map((rule) => (
                    <Rule key={`${rule.sku}/${rule.category}/${rule.locationId}`} rule={rule} mayWrite={mayWrite} />
                  ))}
                </Tbody>
              </Table>
            )}
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Rule({ rule, mayWrite }: { rule: NamedBuffer; mayWrite: boolean }) {
  const { setBuffer } = useStockCommands();
  const { shopId, sku, category, locationId, units, locationName, title, by, changedAt, products } = rule;
  const place = { shopId, sku, category, locationId };
  // The row is gone before it is said.
  const save = (to: number | null, said: string, undo?: () => void) =>
    setBuffer.mutateAsync({ ...place, units: to }).then(
      () => toast.success(said, undo && { action: { label: "Undo", onClick: undo } }),
      (error: Error) => toast.error(error.message),
    );
  const takeAway = () => void save(null, "The rule is taken away. The web follows.", () => void save(units, "The rule is back."));
  return (
    <Tr>
      <Td>
        {sku !== "" ? (
          <Link href={skuHref(sku)} className="font-medium underline-offset-2 hover:text-link hover:underline">
            {sku}
          </Link>
        ) : (
          <span className="font-medium">{category || "Every product"}</span>
        )}
        <span className="block max-w-64 truncate text-faint text-xs">{sku !== "" ? title : sayCount(products, "product")}</span>
      </Td>
      <Td>{locationId === "" ? "Every location" : locationName}</Td>
      <Td isNumber className="tabular-nums">
        {units >= holdAll ? "everything" : units}
      </Td>
      <Td className="whitespace-nowrap text-xs">
        <RelativeTime at={changedAt} isPast className="text-muted-foreground" />
        {by && <span className="block text-faint">{by}</span>}
      </Td>
      {mayWrite && (
        <Td isNumber>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Take away the rule for ${sku || category || "every product"} at ${locationId === "" ? "every location" : locationName}`}
            isLoading={setBuffer.isPending}
            onClick={takeAway}
          >
            <Trash2 />
          </Button>
        </Td>
      )}
    </Tr>
  );
}
