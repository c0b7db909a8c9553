"use client";

import { useState } from "react";

import type { Cause, Suggestion } from "@/components/query/cause-answers";
import { useTillProducts } from "@/components/query/use-till";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { serviceKinds } from "@/lib/domain/mapping/link";

import { sayConfidence } from "./confidence";
import type { Fix } from "./use-fix";

type Props = { cause: Cause; suggestions: readonly Suggestion[]; fix: Fix; isDisabled: boolean };

/** Which product of the till it is: the likeliest ones with their evidence, or any other. */
export function ChooseProduct({ cause, suggestions, fix, isDisabled }: Props) {
  const [text, setText] = useState("");
  const found = useTillProducts(cause.connectionId, text);
  const what = cause.evidence.what;
  const everyLine = typeof what === "string" && what in serviceKinds ? serviceKinds[what as keyof typeof serviceKinds] : null;
  const [theirs, setTheirs] = useState(cause.entity);
  const choose = (sku: string) => (everyLine ? fix.choose(sku, theirs) : fix.choose(sku));
  const products = found.data?.products ?? [];
  useShortcuts(
    "Fix",
    suggestions.slice(0, 5).map(({ sku }, at) => ({ keys: String(at + 1), label: `Choose ${sku}`, run: () => choose(sku) })),
    { isActive: !isDisabled },
  );
  return (
    <div className="grid gap-2">
      {suggestions.length > 0 && (
        <ul aria-label="Suggested products" className="grid gap-1.5">
          {suggestions.map((suggestion, at) => (
            <li key={suggestion.sku}>
              <SuggestionButton
                suggestion={suggestion}
                place={at + 1}
                isChosen={fix.chosen === suggestion.sku}
                isDisabled={isDisabled}
                onChoose={() => choose(suggestion.sku)}
              />
            </li>
          ))}
        </ul>
      )}
      {everyLine && (
        <Field label="Which lines">
          {(control) => (
            <Select
              {...control}
              value={theirs}
              onChange={(next) => {
                setTheirs(next);
                if (fix.chosen) fix.choose(fix.chosen, next);
              }}
              options={[
                { value: cause.entity, label: `Lines called “${cause.entity}”` },
                { value: everyLine, label: `Every one: ${everyLine}` },
              ]}
            />
          )}
        </Field>
      )}
      <Field label={suggestions.length > 0 ? `Another product in ${cause.posName}` : `Product in ${cause.posName}`}>
        {(control) => (
          <Combobox
            {...control}
            {...(suggestions.length === 0 && { "data-first-choice": true })}
            value={suggestions.some(({ sku }) => sku === fix.chosen) ? null : fix.chosen}
            choices={products.map(({ sku, title, barcode, isActive }) => ({
              value: sku,
              label: sku,
              detail: [title, barcode, isActive ? null : "switched off"].filter(Boolean).join(" · "),
            }))}
            onChange={choose}
            onSearch={setText}
            isSearching={found.isFetching}
            placeholder="Code, name or barcode"
            empty={
              text.trim() === ""
                ? "Type a code, a name or a barcode."
                : found.isError
                  ? found.error.message
                  : "The till has no such product."
            }
          />
        )}
      </Field>
    </div>
  );
}

type ButtonProps = { suggestion: Suggestion; place: number; isChosen: boolean; isDisabled: boolean; onChoose: () => void };

function SuggestionButton({ suggestion, place, isChosen, isDisabled, onChoose }: ButtonProps) {
  const { sku, title, reasons } = suggestion;
  const { label, tone } = sayConfidence(suggestion);
  return (
    <button
      type="button"
      {...(place === 1 && { "data-first-choice": true })}
      aria-pressed={isChosen}
      disabled={isDisabled}
      onClick={onChoose}
      className={cn(
        "flex w-full items-start gap-3 rounded-lg border px-3 py-2 text-left transition-colors hover:border-border-strong hover:bg-hover disabled:opacity-60",
        isChosen && "border-primary bg-selected hover:border-primary hover:bg-selected",
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0 font-mono font-semibold text-xs">{sku}</span>
          <span className="truncate">{title}</span>
        </span>
        <span className="block text-muted-foreground text-xs">{reasons.join(" · ")}</span>
      </span>
      <Badge tone={tone}>{label}</Badge>
      {!isDisabled && place <= 5 && <Kbd keys={String(place)} className="mt-px" />}
    </button>
  );
}
