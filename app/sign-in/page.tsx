import { redirect } from "next/navigation";

import { DoorFrame } from "@/components/sign-in/door-frame";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { findActor } from "@/lib/auth/actor";
import { nextPath } from "@/lib/auth/next-path";
import { roleNames } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { demoPeople } from "@/prisma/seed/people";

export const metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = nextPath((await searchParams).next);
  if (await findActor()) redirect(next);
  const demo = env.PARITY_DEMO ? demoPeople.map((person) => ({ ...person, roleName: roleNames[person.role] })) : [];

  return (
    <DoorFrame title="Sign in" hint="Your back office for stores and online.">
      <SignInForm next={next} demo={demo} />
    </DoorFrame>
  );
}
