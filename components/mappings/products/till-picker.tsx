"use client";

import { Command } from "cmdk";
import { Sparkles, Unlink } from "lucide-react";
import { useState } from "react";

import type { Suggestion } from "@/components/query/cause-answers";
import { useTillProducts } from "@/components/query/use-till";
import { Kbd } from "@/components/ui/kbd";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";

import { SkuCode } from "../sku-code";

export type TillProduct = { sku: string; title: string };

type Props = {
  shopId: string;
  /** For whom, in words. */
  label: string;
  suggestions: readonly Suggestion[];
  mayClear: boolean;
  onChoose: (product: TillProduct | null) => void;
  onSkip?: () => void;
  onClose: () => void;
  children: React.ReactNode;
};

/** The open editor of one cell: evidence first, then whatever is typed. Enter takes, Tab goes on to the next gap, Esc leaves it. */
export function TillPicker({ shopId, label, suggestions, mayClear, onChoose, onSkip, onClose, children }: Props) {
  const [text, setText] = useState("");
  const found = useTillProducts(shopId, text);
  const isTyped = text.trim() !== "";
  const products = isTyped ? (found.data?.products ?? []) : [];
  return (
    <Popover open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <PopoverAnchor asChild>
        <span className="-mx-1.5 block min-w-0 rounded-sm bg-card px-1.5 py-0.5 outline-2 outline-ring -outline-offset-2">{children}</span>
      </PopoverAnchor>
      <PopoverContent
        className="w-[min(30rem,calc(100vw-2rem))] p-0"
        onClick={(event) => event.stopPropagation()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === "Tab" && onSkip) {
            event.preventDefault();
            onSkip();
          }
          event.stopPropagation();
        }}
      >
        <Command shouldFilter={false} label={label} loop>
          <Command.Input
            autoFocus
            value={text}
            onValueChange={setText}
            placeholder={`${label}: code, name or barcode`}
            className="h-9 w-full border-b bg-transparent px-3 text-sm outline-none placeholder:text-faint"
          />
          <Command.List className="max-h-80 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-6 text-center text-muted-foreground text-xs">{sayEmpty(isTyped, found)}</Command.Empty>
            {!isTyped &&
              suggestions.map((each) => (
                <Choice key={each.sku} product={each} note={each.reasons.join(" · ")} isSuggested onChoose={onChoose} />
              ))}
            {products.map((each) => (
              <Choice
                key={each.sku}
                product={each}
                note={[each.barcode, each.isActive ? "" : "switched off at the till"].filter(Boolean).join(" · ")}
                onChoose={onChoose}
              />
            ))}
            {mayClear && !isTyped && (
              <Command.Item value=" take away" onSelect={() => onChoose(null)} className={itemLook}>
                <span className="flex items-center gap-1.5">
                  <Unlink className="size-3.5 text-faint" aria-hidden /> Take the mapping away
                </span>
              </Command.Item>
            )}
          </Command.List>
          <footer className="flex gap-3 border-t px-3 py-1.5 text-faint text-xs">
            <Hint keys="enter">take</Hint>
            {onSkip && <Hint keys="Tab">next gap</Hint>}
            <Hint keys="escape">leave as it is</Hint>
          </footer>
        </Command>
      </PopoverContent>
    </Popover>
  );
}

const itemLook = "cursor-default rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-muted touch:min-h-11";

function sayEmpty(isTyped: boolean, { isFetching, isError }: { isFetching: boolean; isError: boolean }): string {
  if (!isTyped) return "Nothing at the till resembles it. Type a code, a name or a barcode.";
  if (isError) return "The till's products could not be searched. Try again.";
  return isFetching ? "Searching…" : "The till has no such product.";
}

type ChoiceProps = { product: TillProduct; note: string; isSuggested?: boolean; onChoose: Props["onChoose"] };

function Choice({ product, note, isSuggested = false, onChoose }: ChoiceProps) {
  return (
    <Command.Item value={product.sku} onSelect={() => onChoose({ sku: product.sku, title: product.title })} className={itemLook}>
      <span className="flex min-w-0 items-baseline gap-2">
        {isSuggested && <Sparkles className="size-3.5 shrink-0 self-center text-info" aria-hidden />}
        <SkuCode code={product.sku} className="shrink-0 font-medium" />
        <span className="truncate text-muted-foreground">{product.title}</span>
      </span>
      {note && <span className="block truncate text-faint text-xs">{note}</span>}
    </Command.Item>
  );
}

const Hint = ({ keys, children }: { keys: string; children: React.ReactNode }) => (
  <span className="inline-flex items-center gap-1">
    <Kbd keys={keys} /> {children}
  </span>
);
