"use client";

import { Building2, CircleAlert } from "lucide-react";
import { Alert } from "@/components/ui/alert";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { type DemoDoor, DemoDoors } from "./demo-doors";
import { useSignIn } from "./use-sign-in";

type Props = {
  next: string;
  demo: readonly DemoDoor[];
  /** The name of the organisation's own sign-in; null = there is none. */
  organisation: string | null;
  /** Why somebody came back from there without being let in. */
  returned: string | null;
};

export function SignInForm({ next, demo, organisation, returned }: Props) {
  const { enter, enterByOrganisation, pending, refusal: refused } = useSignIn(next);
  const refusal = refused ?? returned;
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
          <Alert className="flex gap-2">
            <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {refusal}
          </Alert>
        )}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          isLoading={pending !== null && pending !== "organisation" && !demo.some(({ email }) => email === pending)}
        >
          Sign in
        </Button>
      </form>
      {organisation !== null && (
        <div className="mt-4 border-t pt-4">
          <Button size="lg" className="w-full" disabled={pending !== null} onClick={() => void enterByOrganisation()}>
            <Building2 /> Sign in with {organisation}
          </Button>
        </div>
      )}
      {demo.length > 0 && <DemoDoors people={demo} pending={pending} onEnter={enter} />}
    </>
  );
}
