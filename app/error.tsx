"use client";

import { FailurePage } from "@/components/shell/failure-page";

export default function Failure(props: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh">
      <FailurePage {...props} />
    </main>
  );
}
