"use client";

import type { Ownership } from "@/components/query/use-ownership";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { kinds } from "@/lib/domain/exceptions/kinds";
import { familyNames } from "@/lib/domain/ownership/say-rule";

const any = "any";

/** As typed: the amount is still text. */
export type Typed = { about: string; shopId: string | null; place: string; amount: string; currency: string };

const families = Object.entries(familyNames).map(([id, label]) => ({ value: `family:${id}`, label, detail: "Every kind of this family" }));
const each = Object.values(kinds)
  .map(({ id, title, family }) => ({ value: `kind:${id}`, label: title, detail: familyNames[family] }))
  .sort((a, b) => a.label.localeCompare(b.label));

type Props = {
  value: Typed;
  onChange: (change: Partial<Typed>) => void;
  data: Ownership;
  /** A test asks about one kind, a rule may be about any. */
  isTest?: boolean;
  errors?: Readonly<Record<string, string>>;
};

/** Kind, shop, store and amount: what a rule asks for, or what a test tries. */
export function ConditionFields({ value, onChange, data, isTest = false, errors = {} }: Props) {
  const currencies = [...new Set(data.shops.map(({ currency }) => currency))];
  const anywhere = isTest ? "None in particular" : "Any";
  return (
    <>
      <Field label="Kind of cause" error={errors["condition.about"]}>
        {(control) => (
          <Combobox
            {...control}
            value={value.about || any}
            choices={isTest ? each : [{ value: any, label: "Everything" }, ...families, ...each]}
            placeholder="Choose a kind"
            onChange={(about) => onChange({ about: about === any ? "" : about })}
          />
        )}
      </Field>
      <div className={isTest ? "grid gap-3" : "grid items-start gap-4 sm:grid-cols-2"}>
        <Field label="Shop">
          {(control) => (
            <Select
              {...control}
              value={value.shopId ?? any}
              options={[{ value: any, label: anywhere }, ...data.shops.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(shopId) => onChange({ shopId: shopId === any ? null : shopId })}
            />
          )}
        </Field>
        <Field label="Store" {...(!isTest && { hint: "What is about a product or a shop is about no store." })}>
          {(control) => (
            <Select
              {...control}
              value={value.place || any}
              options={[{ value: any, label: anywhere }, ...data.places.map(({ place, name }) => ({ value: place, label: name }))]}
              onChange={(place) => onChange({ place: place === any ? "" : place })}
            />
          )}
        </Field>
      </div>
      <Field
        label={isTest ? "Amount held" : "Holds at least"}
        error={errors["condition.minAmount"] ?? errors.amount}
        {...(!isTest && { hint: "Empty: whatever it holds. A cause that grows over the amount goes to this rule then." })}
      >
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              inputMode="decimal"
              placeholder="0.00"
              value={value.amount}
              onChange={(event) => onChange({ amount: event.target.value })}
            />
            {currencies.length > 1 ? (
              <Select
                aria-label="Currency"
                className="w-24"
                value={value.currency || currencies[0]}
                options={currencies.map((currency) => ({ value: currency, label: currency }))}
                onChange={(currency) => onChange({ currency })}
              />
            ) : (
              <span className="self-center text-muted-foreground">{currencies[0]}</span>
            )}
          </div>
        )}
      </Field>
    </>
  );
}
