"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { useSignIn } from "./use-sign-in";

type Answer = { ok: true } | { ok: false; message: string; fields: Record<string, string> };
type Props = { email: string; onSubmit: (input: unknown) => Promise<Answer> };

/** A first password of one's own; signs in anew with it. */
export function NewPasswordForm({ email, onSubmit }: Props) {
  const { enter, pending, refusal } = useSignIn("/");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isSending, setSending] = useState(false);
  const message = (answer?.ok === false && answer.message) || refusal;

  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setSending(true);
    const next = await onSubmit({ password }).catch(() => ({
      ok: false as const,
      message: "Parity cannot be reached. Try again.",
      fields: {},
    }));
    setAnswer(next);
    setSending(false);
    if (next.ok) await enter(email, password);
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4" noValidate>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="New password" hint="At least 12 characters." error={answer?.ok === false ? answer.fields.password : undefined}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" className="h-9" autoFocus />}
      </Field>
      {message && <Alert>{message}</Alert>}
      <Button type="submit" variant="primary" size="lg" isLoading={isSending || pending !== null}>
        Save and go on
      </Button>
    </form>
  );
}
