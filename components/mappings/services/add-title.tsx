"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { useTillProducts } from "@/components/query/use-till";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import type { TillProduct } from "../products/till-picker";

type Props = { shopId: string; taken: readonly string[]; onAdd: (theirs: string, product: TillProduct) => void };

/** A mapping for the lines of one title, before they hold anything. */
export function AddTitle({ shopId, taken, onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Plus /> Add a title
      </Button>
      {isOpen && <TitleDialog shopId={shopId} taken={taken} onAdd={onAdd} onClose={() => setOpen(false)} />}
    </>
  );
}

function TitleDialog({ shopId, taken, onAdd, onClose }: Props & { onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [product, setProduct] = useState<TillProduct | null>(null);
  const found = useTillProducts(shopId, text);
  const products = found.data?.products ?? [];
  const isTaken = taken.includes(title);
  const add = () => {
    if (product === null || title === "" || isTaken) return;
    onAdd(title, product);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="Book lines of one title"
        description="Spaces and case count: it is compared with the order's line as it stands."
        footer={
          <>
            <Button variant="ghost" className="mr-auto" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={product === null || title.trim() === "" || isTaken} onClick={add}>
              Add as a draft
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <Field label="Title of the line" error={isTaken ? "This title has a row already." : undefined}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                maxLength={255}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                placeholder="Gift wrapping"
              />
            )}
          </Field>
          <Field label="Service product of the till">
            {(control) => (
              <Combobox
                {...control}
                value={product?.sku ?? null}
                choices={products.map(({ sku, title: name }) => ({ value: sku, label: sku, detail: name }))}
                onChange={(sku) => setProduct({ sku, title: products.find((each) => each.sku === sku)?.title ?? "" })}
                onSearch={setText}
                isSearching={found.isFetching}
                placeholder="Code or name"
                empty={
                  text.trim() === "" ? "Type a code or a name." : found.isError ? found.error.message : "The till has no such product."
                }
              />
            )}
          </Field>
        </div>
      </DialogContent>
    </Dialog>
  );
}
