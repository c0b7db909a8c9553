"use client";

import { Undo2 } from "lucide-react";

import type { OrderFacts, ToldFact } from "@/components/query/order-answers";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { listCountries } from "@/lib/domain/countries";

const countries = listCountries().map(({ code, name }) => ({ value: code, label: name }));
const countryName = (code: string) => countries.find(({ value }) => value === code)?.label ?? code;

/** As a person reads it: a country by its name, nothing as "nothing". */
export const sayValue = (fact: ToldFact["fact"], value: string): string =>
  value === "" ? "nothing" : fact.endsWith("country") ? countryName(value) : value;

type Props = {
  told: ToldFact;
  shopName: string;
  locations: OrderFacts["locations"];
  value: string | undefined;
  error: string | undefined;
  isWithdrawing: boolean;
  isDisabled: boolean;
  onChange: (value: string) => void;
  onWithdraw: (correctionId: string) => void;
};

/** One fact: what the shop says of it, what people made of it, and a place for what is right. */
export function FactField({ told, shopName, locations, value, error, isWithdrawing, isDisabled, onChange, onWithdraw }: Props) {
  const { fact, label, original, correction } = told;
  const says = original === null ? "Masked for your role" : `${shopName} says ${sayValue(fact, original)}`;
  const isHidden = original === null;
  const shown = value ?? correction?.value ?? original ?? "";
  return (
    <div>
      <Field label={label} hint={says} error={error}>
        {(control) =>
          fact === "location" ? (
            <Combobox
              {...control}
              value={value ?? null}
              placeholder={correction?.value ?? "Choose a store"}
              disabled={isDisabled}
              choices={locations.map(({ id, name, warehouse }) => ({
                value: id,
                label: name,
                detail: warehouse === null ? "not mapped to the till yet" : `${warehouse} at the till`,
              }))}
              onChange={onChange}
            />
          ) : fact.endsWith("country") ? (
            <Combobox
              {...control}
              value={shown === "" ? null : shown}
              placeholder="Choose a country"
              disabled={isDisabled || isHidden}
              choices={countries}
              onChange={onChange}
            />
          ) : (
            <Input
              {...control}
              value={shown}
              disabled={isDisabled || isHidden}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => onChange(event.target.value)}
            />
          )
        }
      </Field>
      {correction && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
          {correction.isOvertaken
            ? `${shopName} has changed it since ${correction.byName ?? "somebody"} corrected it: what it says now counts.`
            : `Corrected by ${correction.byName ?? "somebody who is gone"}.`}
          {!isDisabled && !isHidden && (
            <Button variant="link" size="inline" className="text-xs" isLoading={isWithdrawing} onClick={() => onWithdraw(correction.id)}>
              <Undo2 /> Withdraw
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
