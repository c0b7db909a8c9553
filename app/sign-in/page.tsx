import { redirect } from "next/navigation";

import { DoorFrame } from "@/components/sign-in/door-frame";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { findActor } from "@/lib/auth/actor";
import { nextPath } from "@/lib/auth/next-path";
import { oidcName } from "@/lib/auth/oidc-provider";
import { type OidcRefusal, refusals } from "@/lib/auth/oidc-rule";
import { roleNames } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { demoPeople } from "@/prisma/seed/people";

export const metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; refused?: string | string[]; error?: string | string[] }> };

/** Why somebody came back from the organisation's sign-in without being let in. */
function sayReturn({ refused, error }: Awaited<Props["searchParams"]>): string | null {
  if (typeof refused === "string" && refused in refusals) return refusals[refused as OidcRefusal];
  return error === undefined ? null : `The sign-in of ${oidcName() ?? "your organisation"} did not work. Try again in a minute.`;
}

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = nextPath(asked.next);
  if (await findActor()) redirect(next);
  const demo = env.PARITY_DEMO ? demoPeople.map((person) => ({ ...person, roleName: roleNames[person.role] })) : [];

  return (
    <DoorFrame title="Sign in" hint="Your back office for stores and online.">
      <SignInForm next={next} demo={demo} organisation={oidcName()} returned={sayReturn(asked)} />
    </DoorFrame>
  );
}
