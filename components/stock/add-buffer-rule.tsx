"use client";

import { useState } from "react";
import { toast } from "sonner";

import { useStockCommands } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sayCount } from "@/components/ui/say-count";
import { Select } from "@/components/ui/select";

import type { StockShop } from "./drift-page";
import { readUnits } from "./read-units";

type Props = { shop: StockShop; categories: readonly { category: string; products: number }[] };

/** Radix has no empty value. */
const every = "*";
const orAll = (value: string): string => (value === every ? "" : value);

/** A rule for a category or for everything, at one location or at all. One for a single product is set on its page. */
export function AddBufferRule({ shop, categories }: Props) {
  const { setBuffer } = useStockCommands();
  const [category, setCategory] = useState(every);
  const [locationId, setLocation] = useState(every);
  const [text, setText] = useState("1");
  const units = readUnits(text);
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    if (units === null || setBuffer.isPending) return;
    setBuffer.mutate(
      { shopId: shop.id, sku: "", category: orAll(category), locationId: orAll(locationId), units },
      {
        onSuccess: ({ pairs }) =>
          toast.success(`${units} held back of each. ${sayCount(pairs, "pair")} are looked at; the web follows in a moment.`),
        onError: (error) => toast.error(error.message),
      },
    );
  };
  return (
    <form
      onSubmit={save}
      className="grid grid-cols-[1fr_1fr_6rem_auto] items-end gap-2 rounded-lg border bg-muted/40 p-3 max-sm:grid-cols-2"
    >
      <Field label="For">
        {(control) => (
          <Select
            {...control}
            value={category}
            options={[
              { value: every, label: "Every product" },
              ...categories.map(({ category: name, products }) => ({ value: name, label: `${name} (${sayCount(products)})` })),
            ]}
            onChange={setCategory}
          />
        )}
      </Field>
      <Field label="At">
        {(control) => (
          <Select
            {...control}
            value={locationId}
            options={[{ value: every, label: "Every location" }, ...shop.locations.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={setLocation}
          />
        )}
      </Field>
      <Field label="Hold back">
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={text}
            aria-invalid={units === null || undefined}
            title="A whole number from 0 to 9,999"
            onChange={({ target }) => setText(target.value)}
            className="text-right tabular-nums"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={units === null} isLoading={setBuffer.isPending}>
        Set rule
      </Button>
    </form>
  );
}
