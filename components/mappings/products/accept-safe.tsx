"use client";

import { Barcode } from "lucide-react";

import { type SkuQuestion, useSafeMatches } from "@/components/query/use-mappings";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";

import type { Draft } from "../drafts";
import { useSaving } from "../saving/saving-context";

type Props = { question: SkuQuestion; onSaved: (saved: readonly Draft[]) => void };

/** Accepts every gap that an equal barcode settles, also those not loaded, after showing each. */
export function AcceptSafe({ question, onSaved }: Props) {
  const { review, worker } = useSaving();
  const matches = useSafeMatches(question, worker.may.map).data?.matches ?? [];
  if (matches.length === 0) return null;
  const ask = () =>
    review({
      title: `Accept ${sayCount(matches.length, "product")} with an equal barcode`,
      drafts: matches.map(
        ({ theirs, title, ours, oursTitle }): Draft => ({
          kind: "sku",
          theirs,
          name: title,
          was: null,
          wasName: null,
          ours,
          oursName: oursTitle,
        }),
      ),
      onSaved,
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-info-soft px-4 py-1.5 text-info">
      <Barcode className="size-4 shrink-0" aria-hidden />
      <p className="text-xs">
        {matches.length === 1 ? "1 gap here has" : `${sayCount(matches.length)} gaps here have`} the barcode of exactly one product of the
        till.
      </p>
      <Button size="sm" onClick={ask}>
        {matches.length === 1 ? "Accept it…" : `Accept all ${sayCount(matches.length)}…`}
      </Button>
    </div>
  );
}
