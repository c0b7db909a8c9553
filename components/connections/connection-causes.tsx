import { TriangleAlert } from "lucide-react";
import Link from "next/link";

import { inboxHref } from "@/components/exceptions/cause-search";
import type { ShownConnection } from "@/components/query/connection-answers";

/** What is wrong with the connection itself: subscriptions, permissions, passwords. */
export function ConnectionCauses({ causes }: Pick<ShownConnection, "causes">) {
  if (causes.length === 0) return null;
  return (
    <ul className="divide-y border-t">
      {causes.map(({ id, sentence, nextStep }) => (
        <li key={id}>
          <Link href={inboxHref({ cause: id })} className="flex gap-2.5 px-4 py-2.5 hover:bg-hover">
            <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-warn" aria-hidden />
            <span className="min-w-0">
              <span className="block font-medium">{sentence}</span>
              <span className="block text-muted-foreground text-sm">{nextStep}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
