import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { DoorFrame } from "@/components/sign-in/door-frame";
import { NewPasswordForm } from "@/components/sign-in/new-password-form";
import { findNewcomer } from "@/lib/auth/actor";

import { choose } from "./actions";

export const metadata: Metadata = { title: "Choose a password" };
export const dynamic = "force-dynamic";

export default async function NewPasswordPage() {
  const newcomer = await findNewcomer();
  if (!newcomer) redirect("/");
  return (
    <DoorFrame
      title={`Welcome, ${newcomer.name}`}
      hint="The password you were given opens only this page. Choose one that nobody else knows."
    >
      <NewPasswordForm email={newcomer.email} onSubmit={choose} />
    </DoorFrame>
  );
}
