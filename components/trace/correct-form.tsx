"use client";

import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { ApiError } from "@/components/query/api";
import type { ToldFact } from "@/components/query/order-answers";
import { useOrderChanges, useOrderFacts, type Which } from "@/components/query/use-order-changes";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";

import { FactField, sayValue } from "./fact-field";

type Values = Partial<Record<ToldFact["fact"], string>>;
type Props = {
  order: Which;
  /** Only the store is chosen here. */
  isLocationOnly?: boolean;
  isDisabled?: boolean;
  save: string;
  onSaved: () => void;
};

/** The facts of one order that can be put right, what the shop says beside each. The order in the shop stays as it is. */
export function CorrectForm({ order, isLocationOnly = false, isDisabled = false, save, onSaved }: Props) {
  const facts = useOrderFacts(order);
  const { correct, withdraw } = useOrderChanges(order);
  const [values, setValues] = useState<Values>({});
  const [reason, setReason] = useState("");
  const [isAll, setAll] = useState(false);
  if (!facts.data)
    return facts.isError ? (
      <ErrorState message={facts.error.message} onRetry={() => void facts.refetch()} className="min-h-32" />
    ) : (
      <SkeletonRows count={3} label="Loading what can be corrected" />
    );
  const { shopName, shopHref, whyNotCorrected, locations } = facts.data;
  const of = facts.data.facts.filter(({ fact }) => !isLocationOnly || fact === "location");
  const wanted = of.filter(({ problem, correction }) => problem !== null || correction !== null);
  const shown = isAll || wanted.length === 0 ? of : wanted;
  const address = sayAddress(facts.data.facts);
  const isHidden = shown.length > 0 && shown.every(({ original }) => original === null);
  const isOff = isDisabled || whyNotCorrected !== null;
  const changed = of.filter(({ fact, original, correction }) => {
    const value = values[fact]?.trim();
    return value !== undefined && value !== original && value !== (correction?.isOvertaken ? undefined : correction?.value);
  });
  const error = correct.error ?? withdraw.error;
  const wrong = error instanceof ApiError ? error.fields : {};
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const entries = changed.map(({ fact, original }) => ({ fact, value: values[fact] ?? "", original: original ?? "" }));
    correct.mutate(
      {
        values: Object.fromEntries(entries.map(({ fact, value }) => [fact, value])),
        seen: Object.fromEntries(entries.map(({ fact, original }) => [fact, original])),
        reason,
      },
      {
        onSuccess: () => {
          setValues({});
          setReason("");
          onSaved();
        },
      },
    );
  };

  return (
    <form className="grid gap-3" onSubmit={submit} noValidate aria-label={isLocationOnly ? "Choose the store" : "Correct the order"}>
      <p className="text-muted-foreground">
        {whyNotCorrected ?? `What ${shopName} said is kept, and the order there is not changed.`}{" "}
        {shopHref && (
          <a href={shopHref} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 text-link hover:underline">
            Open it in {shopName} <ExternalLink className="size-3" aria-hidden />
          </a>
        )}
      </p>
      {address && <p>{address}</p>}
      {isHidden && (
        <p className="rounded-md bg-muted px-3 py-2 text-muted-foreground">
          Your role does not see the customer&rsquo;s details. Operations and Admin can correct them.
        </p>
      )}
      <div className="grid gap-3 empty:hidden @min-[26rem]/correct:grid-cols-2">
        {(isHidden ? [] : shown).map((told) => (
          <FactField
            key={told.fact}
            told={told}
            shopName={shopName}
            locations={locations}
            value={values[told.fact]}
            error={wrong[`values.${told.fact}`]}
            isDisabled={isOff}
            isWithdrawing={withdraw.isPending}
            onChange={(value) => setValues({ ...values, [told.fact]: value })}
            onWithdraw={(id) => withdraw.mutate(id)}
          />
        ))}
      </div>
      {shown.length < of.length && !isHidden && (
        <Button variant="link" size="inline" className="justify-self-start" onClick={() => setAll(true)}>
          Correct something else as well
        </Button>
      )}
      {changed.length > 0 && (
        <Field label="How you know" hint="Kept with your name in the order's history." error={wrong.reason}>
          {(control) => (
            <Input {...control} value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
      {error && Object.keys(wrong).length === 0 && <Alert>{error.message}</Alert>}
      {!isOff && !isHidden && (
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          disabled={changed.length === 0}
          isLoading={correct.isPending}
        >
          {save}
        </Button>
      )}
    </form>
  );
}

const parts = ["shipping.street", "shipping.street2", "shipping.zip", "shipping.city", "shipping.country"] as const;

/** Whom and where the parcel is for as far as it is known: the rest of an address often tells what is missing. */
function sayAddress(facts: readonly ToldFact[]): string {
  const known = (name: ToldFact["fact"]) => {
    const told = facts.find(({ fact }) => fact === name);
    const value = (told?.correction?.isOvertaken ? null : told?.correction?.value) ?? told?.original ?? "";
    return value === "" ? "" : sayValue(name, value);
  };
  if (!facts.some(({ fact }) => fact === "shipping.street")) return "";
  return [`${known("firstName")} ${known("lastName")}`.trim(), ...parts.map(known)].filter(Boolean).join(", ");
}
