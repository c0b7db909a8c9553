"use client";

import { useState } from "react";

import type { CausePage, ListedCause } from "@/components/query/cause-answers";

import { mergeArrivals } from "./merge-arrivals";

type Kept = { scope: string; pages: number; rows: readonly ListedCause[]; acted: ReadonlySet<string> };

const noneActed: ReadonlySet<string> = new Set();

/** The rows of one filter that never move by themselves. `scope` null: another filter's answer is still on its way. */
export function useStandingRows(pages: readonly CausePage[], scope: string | null) {
  const fresh = [...new Map(pages.flatMap(({ causes }) => causes).map((cause) => [cause.id, cause])).values()];
  const asked = (of: string): Kept => ({ scope: of, pages: pages.length, rows: fresh, acted: noneActed });
  const [kept, keep] = useState<Kept>(() => asked(scope ?? ""));
  const current = catchUp();
  if (current !== kept) keep(current);

  function catchUp(): Kept {
    if (scope === null) return kept;
    const isNew = kept.scope !== scope || (kept.rows.length === 0 && fresh.length > 0);
    if (isNew) return asked(scope);
    if (pages.length <= kept.pages) return kept;
    const known = new Set(kept.rows.map(({ id }) => id));
    const more = pages.slice(kept.pages).flatMap(({ causes }) => causes.filter(({ id }) => !known.has(id)));
    return { ...kept, pages: pages.length, rows: [...kept.rows, ...more] };
  }

  return {
    ...mergeArrivals(current.rows, scope === null ? current.rows : fresh, current.acted),
    /** Takes the newest order and whatever waited. */
    showNewest: () => keep(asked(current.scope)),
    /** What the person has just moved need not stay in sight. */
    noteActed: (ids: readonly string[]) => keep((now) => ({ ...now, acted: new Set([...now.acted, ...ids]) })),
  };
}
