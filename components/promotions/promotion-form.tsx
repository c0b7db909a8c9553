"use client";

import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

import type { PromotionDraft, Wrong } from "./promotion-draft";

type Props = { draft: PromotionDraft; wrong: Wrong; zone: string; currency: string; onChange: (draft: PromotionDraft) => void };

const scopes = [
  { value: "all", label: "All products" },
  { value: "list", label: "These products" },
  { value: "prefix", label: "Codes that begin with" },
] as const;
const effects = [
  { value: "percent", label: "Per cent off the till's price" },
  { value: "price", label: "A fixed price" },
] as const;

/** When, on what, and by how much a price online may differ from the till's. */
export function PromotionForm({ draft, wrong, zone, currency, onChange }: Props) {
  const set = (change: Partial<PromotionDraft>) => onChange({ ...draft, ...change });
  const text = (name: "name" | "from" | "to" | "prefix" | "percent" | "price" | "tolerance" | "code" | "minUnits") => ({
    value: draft[name],
    onChange: ({ target }: React.ChangeEvent<HTMLInputElement>) => set({ [name]: target.value }),
  });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label="Name" error={wrong.name} className="sm:col-span-2">
        {(control) => <Input {...control} {...text("name")} autoFocus maxLength={80} placeholder="Black Friday" />}
      </Field>
      <Field label="Begins" hint={`By the clock of ${zone}`} error={wrong.startsAt}>
        {(control) => <Input {...control} {...text("from")} type="datetime-local" />}
      </Field>
      <Field label="Is over" hint="Orders placed before then count" error={wrong.endsAt}>
        {(control) => <Input {...control} {...text("to")} type="datetime-local" />}
      </Field>
      <Field label="Products">
        {(control) => <Select {...control} value={draft.scope} options={scopes} onChange={(scope) => set({ scope })} />}
      </Field>
      {draft.scope === "prefix" ? (
        <Field label="Beginning of the code" error={wrong.scope}>
          {(control) => <Input {...control} {...text("prefix")} placeholder="MUG-" />}
        </Field>
      ) : (
        <span className="hidden sm:block" />
      )}
      {draft.scope === "list" && (
        <Field label="Their codes in the shop" hint="One a line" error={wrong.scope} className="sm:col-span-2">
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              className="font-mono text-xs"
              value={draft.skus}
              onChange={({ target }) => set({ skus: target.value })}
            />
          )}
        </Field>
      )}
      <Field label="What is expected">
        {(control) => <Select {...control} value={draft.by} options={effects} onChange={(by) => set({ by })} />}
      </Field>
      {draft.by === "percent" ? (
        <Field label="Per cent off" hint="With a minus sign where it costs more online" error={wrong.effect}>
          {(control) => <Input {...control} {...text("percent")} inputMode="decimal" placeholder="20" />}
        </Field>
      ) : (
        <Field label={`Price for one, in ${currency}`} hint="VAT included, as at the till" error={wrong.effect}>
          {(control) => <Input {...control} {...text("price")} inputMode="decimal" placeholder="9.99" />}
        </Field>
      )}
      <Field label="May be off by, in per cent" hint="Empty: as the shop's settings say" error={wrong.tolerancePercent}>
        {(control) => <Input {...control} {...text("tolerance")} inputMode="decimal" />}
      </Field>
      <Field label="Only with discount code" hint="Empty: with or without" error={wrong.code}>
        {(control) => <Input {...control} {...text("code")} />}
      </Field>
      <Field label="From so many units" hint="More than 1 for a price for several" error={wrong.minUnits}>
        {(control) => <Input {...control} {...text("minUnits")} type="number" min={1} />}
      </Field>
    </div>
  );
}
