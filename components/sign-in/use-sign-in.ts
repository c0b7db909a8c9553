"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState } from "react";

/** Signs in and goes to `next`; what stands in the way comes back as a sentence. */
export function useSignIn(next: string) {
  const router = useRouter();
  const [pending, setPending] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const enter = async (email: string, password: string) => {
    setPending(email);
    setRefusal(null);
    const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    if (answer?.ok) {
      router.replace(next);
      router.refresh();
      return;
    }
    setPending(null);
    setRefusal(answer?.error ?? "Parity cannot be reached. Check your connection and try again.");
  };
  const enterByOrganisation = async () => {
    setPending("organisation");
    setRefusal(null);
    // Leaves the page; it comes back only when the way there is not open.
    await signIn("oidc", { callbackUrl: next }).catch(() => {
      setPending(null);
      setRefusal("Parity cannot be reached. Check your connection and try again.");
    });
  };
  return { enter, enterByOrganisation, pending, refusal };
}
