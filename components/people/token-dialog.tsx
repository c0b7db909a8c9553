"use client";

import { useState } from "react";

import { ApiError } from "@/components/query/api";
import { useTokenCommands } from "@/components/query/use-tokens";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { grantable } from "@/lib/auth/permissions";

import { sayScope } from "./say-scope";

const lasts = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "a year" },
  { value: "never", label: "until it is revoked" },
] as const;
type Lasts = (typeof lasts)[number]["value"];

type Props = { onClose: () => void; onMade: (secret: string) => void };

export function TokenDialog({ onClose, onMade }: Props) {
  const { make } = useTokenCommands();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [days, setDays] = useState<Lasts>("90");
  const wrong = make.error instanceof ApiError ? make.error.fields : {};
  const toggle = (scope: string) =>
    setScopes((before) => (before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope]));
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate({ name, scopes: [...scopes], days: days === "never" ? null : Number(days) }, { onSuccess: ({ secret }) => onMade(secret) });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title="Make an API token" description="It acts for you, within what you choose here and what you may yourself.">
        <form onSubmit={submit} className="grid gap-4">
          <Field label="What is it for" error={wrong.name}>
            {(control) => (
              <Input
                {...control}
                value={name}
                onChange={(event) => setName(event.target.value)}
                maxLength={80}
                required
                placeholder="Nightly report"
              />
            )}
          </Field>
          <fieldset>
            <legend className="mb-1.5 font-medium text-sm">It may</legend>
            <ul className="grid gap-1.5 sm:grid-cols-2">
              {grantable.map((scope) => (
                <li key={scope}>
                  <label className="flex items-center gap-2 text-sm">
                    <Checkbox checked={scopes.includes(scope)} onCheckedChange={() => toggle(scope)} />
                    {sayScope(scope)}
                  </label>
                </li>
              ))}
            </ul>
            {wrong.scopes && <p className="mt-1 text-bad text-sm">{wrong.scopes}</p>}
          </fieldset>
          <Field label="Good for">{(control) => <Select {...control} value={days} options={lasts} onChange={setDays} />}</Field>
          <div className="flex items-center justify-end gap-2">
            {make.isError && Object.keys(wrong).length === 0 && (
              <p role="alert" className="mr-auto text-bad text-sm">
                {make.error.message}
              </p>
            )}
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isLoading={make.isPending} disabled={scopes.length === 0}>
              Make it
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
