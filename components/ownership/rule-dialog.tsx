"use client";

import { useState } from "react";

import { ApiError } from "@/components/query/api";
import { type Ownership, type Rule, useOwnershipCommands } from "@/components/query/use-ownership";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toaster";
import { toAmount } from "@/lib/domain/money";

import { ConditionFields, type Typed } from "./condition-fields";
import { ownerChoices, ownerOfValue, valueOfOwner } from "./owners";
import { readAmount } from "./read-amount";

type Props = { rule: Rule | null /** Null: a new one. */; data: Ownership; onClose: () => void };

export function RuleDialog({ rule, data, onClose }: Props) {
  const { save } = useOwnershipCommands();
  const house = data.shops[0]?.currency ?? "";
  const [typed, type] = useState<Typed>({
    about: rule?.about ?? "",
    shopId: rule?.shopId ?? null,
    place: rule?.place ?? "",
    amount: rule?.minAmount ? toAmount(rule.minAmount, rule.currency) : "",
    currency: rule?.currency || house,
  });
  const [owner, setOwner] = useState<string | undefined>(rule ? valueOfOwner(rule) : undefined);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const errors = { ...wrong, ...(save.error instanceof ApiError ? save.error.fields : {}) };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const minAmount = readAmount(typed.amount, typed.currency);
    const found = {
      ...(minAmount === null && { amount: "Give an amount such as 500 or 499.95." }),
      ...(owner === undefined && { owner: "Choose to whom it goes." }),
    };
    setWrong(found);
    if (minAmount === null || owner === undefined) return;
    const { about, shopId, place, currency } = typed;
    const condition = { about, shopId, place, minAmount, currency: minAmount === 0 ? "" : currency };
    const draft = {
      id: rule?.id ?? null,
      seen: rule?.changedAt.toISOString() ?? null,
      condition,
      owner: ownerOfValue(owner, data.people),
      isOn: rule?.isOn ?? true,
    };
    save.mutate(draft, {
      onSuccess: () => {
        toast.success("Saved. It counts for every cause that opens or grows from now on.");
        onClose();
      },
    });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={rule ? "Change this rule" : "Add a rule"}
        description={
          rule
            ? "What is open already stays where it is until you hand it over."
            : "It goes to the end; move it up where it should count earlier."
        }
      >
        <form className="grid gap-4" onSubmit={submit} noValidate>
          <ConditionFields value={typed} onChange={(change) => type({ ...typed, ...change })} data={data} errors={errors} />
          <Field label="Goes to" error={errors.owner ?? errors["owner.ownerRole"]}>
            {(control) => (
              <Select {...control} value={owner} options={ownerChoices(data.people)} onChange={setOwner} placeholder="Person or role" />
            )}
          </Field>
          <FormEnd
            message={save.error && Object.keys(errors).length === 0 ? save.error.message : null}
            isSaving={save.isPending}
            onCancel={onClose}
          />
        </form>
      </DialogContent>
    </Dialog>
  );
}
