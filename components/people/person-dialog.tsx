"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "@/components/query/api";
import { type Account, type Accounts, type OneTime, useAccountCommands } from "@/components/query/use-accounts";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Role, roleNames } from "@/lib/auth/permissions";

const roleOptions = Object.entries(roleNames).map(([value, label]) => ({ value: value as Role, label }));
const roleHints: Record<Role, string> = {
  ops: "Everything that moves: causes, mappings, stock, runs.",
  finance: "Both sides' money, orders and causes. Releases nothing.",
  ecommerce: "Causes, mappings and stock. Sees no money reports.",
  store: "Only the stores chosen below.",
  admin: "All of it, and connections and people.",
};

type Props = {
  /** Null: somebody new. */
  person: Account | null;
  stores: Accounts["stores"];
  onClose: () => void;
  onAdded: (name: string, oneTime: OneTime) => void;
};

export function PersonDialog({ person, stores, onClose, onAdded }: Props) {
  const { add, change } = useAccountCommands();
  const [role, setRole] = useState((person?.role ?? "ops") as Role);
  const [places, setPlaces] = useState(person?.places ?? []);
  const error = add.error ?? change.error;
  const wrong = error instanceof ApiError ? error.fields : {};
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const access = { name: String(form.get("name")), role, places: role === "store" ? places : [] };
    if (person) {
      const onSuccess = () => {
        toast.success(`Saved. It counts from ${access.name}'s next click on.`);
        onClose();
      };
      change.mutate({ id: person.id, ...access, seen: { role: person.role, places: person.places } }, { onSuccess });
    } else {
      add.mutate({ ...access, email: String(form.get("email")) }, { onSuccess: (oneTime) => onAdded(access.name, oneTime) });
    }
  };

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={person ? person.name : "Add a person"}
        description={person ? person.email : "They get a one-time password from you and choose their own when they first sign in."}
      >
        <form className="grid gap-4" onSubmit={submit} noValidate>
          <Field label="Name" error={wrong.name}>
            {(control) => <Input {...control} name="name" defaultValue={person?.name ?? ""} autoComplete="off" autoFocus={!person} />}
          </Field>
          {!person && (
            <Field label="E-mail" error={wrong.email}>
              {(control) => <Input {...control} name="email" type="email" autoComplete="off" />}
            </Field>
          )}
          <Field label="Role" hint={roleHints[role]} error={wrong.role}>
            {(control) => <Select {...control} value={role} options={roleOptions} onChange={setRole} />}
          </Field>
          {role === "store" && (
            <fieldset className="grid gap-1.5">
              <legend className="mb-1.5 font-medium text-sm">Stores</legend>
              <div className="grid gap-2 sm:grid-cols-2">
                {stores.map(({ place, name }) => (
                  <label key={place} className="flex items-center gap-2 text-sm">
                    <Checkbox
                      checked={places.includes(place)}
                      onCheckedChange={(isChecked) =>
                        setPlaces(isChecked === true ? [...places, place] : places.filter((each) => each !== place))
                      }
                    />
                    {name}
                  </label>
                ))}
              </div>
              {stores.length === 0 && <p className="text-faint text-xs">The till has told of no store yet.</p>}
              {wrong.places && <p className="text-bad text-xs">{wrong.places}</p>}
            </fieldset>
          )}
          {error && Object.keys(wrong).length === 0 && <Alert>{error.message}</Alert>}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isLoading={add.isPending || change.isPending}>
              {person ? "Save" : "Add and show the password"}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
