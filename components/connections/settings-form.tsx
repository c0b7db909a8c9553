"use client";

import { useState } from "react";
import { toast } from "sonner";

import { ApiError } from "@/components/query/api";
import { type ConnectionSettings, useConnectionCommands, useConnectionSettings } from "@/components/query/use-connections";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";

const dueOptions = [
  { value: "paid", label: "Paid" },
  { value: "authorized", label: "Authorised or paid" },
  { value: "any", label: "Placed, paid or not" },
] as const;
const numbers = [
  { name: "reserveDays", label: "Set stock aside for", hint: "Days; 0 = never" },
  { name: "pickupPromiseHours", label: "Ready to collect within", hint: "Hours after the order" },
  { name: "shippingPromiseHours", label: "Shipped within", hint: "Hours after the order" },
] as const;

export function SettingsForm({ id }: { id: string }) {
  const settings = useConnectionSettings(id);
  return (
    <Card>
      <CardHeader title="Settings" hint="secrets are kept encrypted and never shown" />
      {settings.isPending && <SkeletonRows count={6} label="Loading settings" />}
      {settings.isError && (
        <ErrorState message={settings.error.message} onRetry={() => void settings.refetch()} isRetrying={settings.isFetching} />
      )}
      {settings.data && <Form key={settings.dataUpdatedAt} id={id} settings={settings.data} onSaved={() => void settings.refetch()} />}
    </Card>
  );
}

type Fields = ConnectionSettings["fields"];

function Form({ id, settings, onSaved }: { id: string; settings: ConnectionSettings; onSaved: () => void }) {
  const { update } = useConnectionCommands(id);
  const [dueWhen, setDueWhen] = useState(settings.options.dueWhen);
  const wrong = update.error instanceof ApiError ? update.error.fields : {};
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const number = (name: string) => Number(text(`option.${name}`));
    const input = {
      name: text("name"),
      settings: Object.fromEntries(settings.fields.map(({ name }) => [name, text(`setting.${name}`)])),
      options: {
        dueWhen,
        reserveDays: number("reserveDays"),
        pickupPromiseHours: number("pickupPromiseHours"),
        shippingPromiseHours: number("shippingPromiseHours"),
      },
    };
    update.mutate(input, {
      onSuccess: () => {
        toast.success("Saved. Its set-up is being checked.");
        onSaved();
      },
    });
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <CardBody className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Name" error={wrong.name}>
          {(control) => <Input {...control} name="name" defaultValue={settings.name} required maxLength={80} />}
        </Field>
        <Field label="An order is carried once it is">
          {(control) => <Select {...control} value={dueWhen} options={dueOptions} onChange={setDueWhen} />}
        </Field>
        {numbers.map(({ name, label, hint }) => (
          <Field key={name} label={label} hint={hint} error={wrong[`options.${name}`]}>
            {(control) => (
              <Input {...control} name={`option.${name}`} type="number" min={0} defaultValue={settings.options[name]} required />
            )}
          </Field>
        ))}
      </CardBody>
      <CardBody className="grid items-start gap-4 border-t sm:grid-cols-2">
        {settings.fields.map((field) => (
          <SettingField key={field.name} field={field} error={wrong[`settings.${field.name}`]} />
        ))}
      </CardBody>
      <div className="flex items-center justify-end gap-3 border-t px-4 py-3">
        {update.isError && (
          <p role="alert" className="mr-auto text-bad text-sm">
            {update.error.message}
          </p>
        )}
        <Button type="submit" variant="primary" isLoading={update.isPending}>
          Save settings
        </Button>
      </div>
    </form>
  );
}

function SettingField({ field, error }: { field: Fields[number]; error: string | undefined }) {
  const { name, label, help, isSecret, isSet, isRequired, value } = field;
  const hint = isSecret && isSet ? ["Leave empty to keep it", help].filter(Boolean).join(". ") : help;
  return (
    <Field label={label} error={error} {...(hint && { hint })}>
      {(control) => (
        <Input
          {...control}
          name={`setting.${name}`}
          type={isSecret ? "password" : "text"}
          autoComplete={isSecret ? "new-password" : "off"}
          placeholder={isSecret && isSet ? "••••••••••" : ""}
          defaultValue={value}
          required={isRequired && !(isSecret && isSet)}
        />
      )}
    </Field>
  );
}
