"use client";

import { ArrowRight, LoaderCircle } from "lucide-react";

export type DemoDoor = { name: string; email: string; password: string; roleName: string; stores: readonly string[] };

type Props = { people: readonly DemoDoor[]; pending: string | null; onEnter: (email: string, password: string) => void };

/** The demo's people: one click each. */
export function DemoDoors({ people, pending, onEnter }: Props) {
  return (
    <section aria-labelledby="demo-doors" className="mt-6 border-t pt-4">
      <h2 id="demo-doors" className="mb-2 text-muted-foreground text-xs">
        This is the demo. Come in as
      </h2>
      <ul className="-mx-2 grid gap-0.5">
        {people.map(({ name, email, password, roleName, stores }) => (
          <li key={email}>
            <button
              type="button"
              disabled={pending !== null}
              onClick={() => onEnter(email, password)}
              className="group flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-muted disabled:opacity-60"
            >
              <span className="w-20 shrink-0 font-medium">{roleName}</span>
              <span className="min-w-0 flex-1 truncate text-muted-foreground">
                {name}
                {stores.length > 0 && <span className="text-faint"> · {stores.join(" and ")}</span>}
              </span>
              {pending === email ? (
                <LoaderCircle className="size-4 animate-spin text-faint" aria-label="Signing in" />
              ) : (
                <ArrowRight className="size-4 text-faint opacity-0 group-hover:opacity-100" aria-hidden />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
