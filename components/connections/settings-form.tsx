"use client";

import { useState } from "react";
import { toast } from "sonner";

import { ApiError } from "@/components/query/api";
import type { ConnectionSettings } from "@/components/query/connection-answers";
import { useConnectionCommands, useConnectionSettings } from "@/components/query/use-connections";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";

import { OptionFields } from "./option-fields";

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
  const [options, setOptions] = useState(settings.options);
  const wrong = update.error instanceof ApiError ? update.error.fields : {};
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const input = {
      name: text("name"),
      settings: Object.fromEntries(settings.fields.map(({ name }) => [name, text(`setting.${name}`)])),
      options,
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
        <OptionFields id={id} role={settings.role} options={options} wrong={wrong} onChange={setOptions} />
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
