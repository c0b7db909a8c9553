"use client";

import { CircleAlert } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { type DemoDoor, DemoDoors } from "./demo-doors";
import { useSignIn } from "./use-sign-in";

export function SignInForm({ next, demo }: { next: string; demo: readonly DemoDoor[] }) {
  const { enter, pending, refusal } = useSignIn(next);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void enter(String(form.get("email")), String(form.get("password")));
  };
  return (
    <>
      {/* Sent before the page is awake, a password must not end up in the address. */}
      <form method="post" onSubmit={submit} className="grid gap-4">
        <Field label="E-mail">
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required autoFocus={demo.length === 0} className="h-9" />
          )}
        </Field>
        <Field label="Password">
          {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required className="h-9" />}
        </Field>
        {refusal && (
          <p role="alert" className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad">
            <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {refusal}
          </p>
        )}
        <Button type="submit" variant="primary" size="lg" isLoading={pending !== null && !demo.some(({ email }) => email === pending)}>
          Sign in
        </Button>
      </form>
      {demo.length > 0 && <DemoDoors people={demo} pending={pending} onEnter={enter} />}
    </>
  );
}
