"use client";

import { Lock, RotateCw, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";

import { Button } from "@/components/ui/button";

import { MessagePage } from "./message-page";

type Props = { error: unknown; retry: () => void };

/** What a page that could not be shown says: never a stack trace, always a way on. */
export function FailurePage({ error, retry }: Props) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const isForbidden = digest === "forbidden";
  useEffect(() => {
    if (!isForbidden) console.error(error);
  }, [error, isForbidden]);

  const home = (
    <Button asChild variant={isForbidden ? "primary" : "secondary"}>
      <Link href="/">Go to your home page</Link>
    </Button>
  );
  if (isForbidden) {
    return (
      <MessagePage icon={Lock} title="This page is not part of your role" actions={home}>
        If you need it for your work, ask an admin to change your role.
      </MessagePage>
    );
  }
  const actions = (
    <>
      <Button variant="primary" onClick={retry}>
        <RotateCw /> Try again
      </Button>
      {home}
    </>
  );
  return (
    <MessagePage icon={TriangleAlert} title="This page could not be shown" actions={actions}>
      Nothing was changed by it. If it happens again, tell an admin{digest ? ` and give the reference ${digest}` : ""}.
    </MessagePage>
  );
}
