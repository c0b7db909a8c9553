"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { useSignIn } from "./use-sign-in";

type Answer = { ok: true } | { ok: false; message: string; fields: Record<string, string> };
type Props = { onSubmit: (input: unknown) => Promise<Answer> };

export function FirstAdminForm({ onSubmit }: Props) {
  const { enter, pending, refusal } = useSignIn("/");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isSending, setSending] = useState(false);
  const fields = answer?.ok === false ? answer.fields : {};
  const message = (answer?.ok === false && answer.message) || refusal;

  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const person = Object.fromEntries(new FormData(event.currentTarget));
    setSending(true);
    const next = await onSubmit(person).catch(() => ({ ok: false as const, message: "Parity cannot be reached. Try again.", fields: {} }));
    setAnswer(next);
    setSending(false);
    if (next.ok) await enter(String(person.email), String(person.password));
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4" noValidate>
      <Field label="Your name" error={fields.name}>
        {(control) => <Input {...control} name="name" autoComplete="name" className="h-9" />}
      </Field>
      <Field label="E-mail" error={fields.email}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" className="h-9" />}
      </Field>
      <Field label="Password" hint="At least 12 characters." error={fields.password}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" className="h-9" />}
      </Field>
      {message && <Alert>{message}</Alert>}
      <Button type="submit" variant="primary" size="lg" isLoading={isSending || pending !== null}>
        Create the account
      </Button>
    </form>
  );
}
