"use client";

import { useState } from "react";
import { ApiError } from "@/components/query/api";
import { type NoticeState, useNoticeCommands } from "@/components/query/use-notices";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toaster";
import type { NoticeSetting, Way } from "@/lib/domain/notices/setting";

const ways: readonly { value: Way; label: string }[] = [
  { value: "at-once", label: "At once" },
  { value: "digest", label: "Once a day, together" },
  { value: "nothing", label: "Not at all" },
];
const severities = [
  { id: "high", label: "High severity", hint: "Orders or stock are held, or a connection is down." },
  { id: "medium", label: "Medium severity", hint: "Something will go wrong if nobody looks." },
  { id: "low", label: "Low severity", hint: "Worth knowing." },
] as const;
const zones = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

/** How I want to be told. */
export function SettingForm({ state: { setting, isMailSetUp } }: { state: NoticeState }) {
  const { set } = useNoticeCommands();
  const [wanted, want] = useState(setting);
  const change = (to: Partial<NoticeSetting>) => want({ ...wanted, ...to });
  const errors = set.error instanceof ApiError ? set.error.fields : {};
  const isSame = JSON.stringify(wanted) === JSON.stringify(setting);
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    set.mutate(wanted, { onSuccess: () => toast.success("Saved. It counts for everything from now on.") });
  };
  const clock = (name: "quietFrom" | "quietTo" | "digestAt", label: string, hint?: string) => (
    <Field label={label} error={errors[name]} {...(hint && { hint })}>
      {(control) => (
        <Input
          {...control}
          type="time"
          className="w-32"
          value={wanted[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={save} noValidate>
      <Card>
        <CardHeader title="How I am told" hint="Of causes that open for me or my role, or climb to me." />
        <CardBody className="grid gap-5">
          <div className="grid items-start gap-4 sm:grid-cols-3">
            {severities.map(({ id, label, hint }) => (
              <Field key={id} label={label} hint={hint} error={errors[id]}>
                {(control) => <Select {...control} value={wanted[id]} options={ways} onChange={(way) => change({ [id]: way })} />}
              </Field>
            ))}
          </div>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            {clock("digestAt", "Once a day at")}
            {clock("quietFrom", "Quiet from", "Empty: no quiet hours.")}
            {clock("quietTo", "until")}
          </div>
          <Field label="My time zone" hint="The times above are on this clock." error={errors.zone}>
            {(control) => (
              <Combobox {...control} className="max-w-80" value={wanted.zone} choices={zones} onChange={(zone) => change({ zone })} />
            )}
          </Field>
          <div className="grid gap-1">
            <label className="flex items-center gap-2">
              <Checkbox
                checked={isMailSetUp && wanted.byMail}
                disabled={!isMailSetUp}
                onCheckedChange={(is) => change({ byMail: is === true })}
              />
              By mail as well
            </label>
            <p className="text-faint text-xs">
              {isMailSetUp
                ? "What you have read here by then is left out of the mail."
                : "Parity cannot send mail here yet: whoever runs it has to set a mail server and a sender."}
            </p>
          </div>
          <p className="text-muted-foreground text-xs">
            What somebody gives to you, or writes to you with @ and your name, is in your list at once whatever you choose.
          </p>
          {set.error && Object.keys(errors).length === 0 && <Alert>{set.error.message}</Alert>}
          <div className="flex justify-end gap-2">
            {!isSame && <Button onClick={() => want(setting)}>Discard</Button>}
            <Button type="submit" variant="primary" disabled={isSame} isLoading={set.isPending}>
              Save
            </Button>
          </div>
        </CardBody>
      </Card>
    </form>
  );
}
