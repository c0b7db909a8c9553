"use client";

import { CircleX, TriangleAlert } from "lucide-react";

import type { Foreseen } from "@/components/query/mapping-answers";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";

import { ChangeLine } from "../change-line";
import { type Draft, keyOf } from "../drafts";
import { SkuCode } from "../sku-code";
import { sayEffect } from "./say-effects";

type Props = { drafts: readonly Draft[]; foreseen: readonly Foreseen[]; leftOut: number; onLeaveOut: (keys: readonly string[]) => void };

const shown = 100;

/** What would be saved, line by line: wrong ones first, then those with an effect beyond their own row. */
export function ChangeList({ drafts, foreseen, leftOut, onLeaveOut }: Props) {
  const byKey = new Map(foreseen.map((each) => [keyOf(each), each]));
  const lines = drafts
    .map((draft) => {
      const found = byKey.get(keyOf(draft));
      return { draft, problem: found?.problem ?? null, effect: found ? sayEffect(found, draft.name) : null };
    })
    .sort((a, b) => rank(a) - rank(b));
  const wrong = lines.filter(({ problem }) => problem !== null);
  return (
    <section aria-label="Changes" className="overflow-hidden rounded-lg border">
      <header className="flex min-h-9 items-center justify-between gap-3 border-b bg-background px-3 py-1.5">
        <h3 className="font-medium">{sayCount(drafts.length, "change")}</h3>
        {wrong.length > 0 && (
          <Button size="sm" onClick={() => onLeaveOut(wrong.map(({ draft }) => keyOf(draft)))}>
            Leave out {sayCount(wrong.length)} that cannot be saved
          </Button>
        )}
        {wrong.length === 0 && leftOut > 0 && <span className="text-faint text-xs">{sayCount(leftOut)} left out, still a draft</span>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ul tabIndex={0} aria-label="Changes" className="max-h-64 divide-y overflow-y-auto">
        {lines.slice(0, shown).map(({ draft, problem, effect }) => (
          <li key={keyOf(draft)} className="grid gap-1 px-3 py-2">
            <ChangeLine what={<Name draft={draft} />} before={sideOf(draft, "was")} after={sideOf(draft, "ours")} />
            {problem && (
              <p className="flex gap-1.5 text-bad text-xs">
                <CircleX className="mt-0.5 size-3 shrink-0" aria-hidden /> {problem}
              </p>
            )}
            {effect && !problem && (
              <p className="flex gap-1.5 text-warn text-xs">
                <TriangleAlert className="mt-0.5 size-3 shrink-0" aria-hidden /> {effect}
              </p>
            )}
          </li>
        ))}
        {lines.length > shown && (
          <li className="px-3 py-2 text-faint text-xs">and {sayCount(lines.length - shown)} more, none of them wrong</li>
        )}
      </ul>
    </section>
  );
}

// Codes of the till's products say more than their names; numbers of warehouses say nothing.
const sideOf = ({ kind, was, wasName, ours, oursName }: Draft, side: "was" | "ours") => {
  const [code, name] = side === "was" ? [was, wasName] : [ours, oursName];
  return { code, name: kind === "location" ? name : null };
};

const rank = ({ problem, effect }: { problem: string | null; effect: string | null }) => (problem ? 0 : effect ? 1 : 2);

function Name({ draft: { kind, theirs, name } }: { draft: Draft }) {
  if (kind !== "sku") return <span>{name}</span>;
  return (
    <>
      <SkuCode code={theirs} /> <span className="font-normal text-faint">{name}</span>
    </>
  );
}
