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
        ({ theirs, title, ours, oursTitle }): Draft => ({ kind: "sku", theirs, name: title, was: null, ours, oursName: oursTitle }),
      ),
      onSaved,
    });
  return (
    <Button size="sm" className="ml-auto" onClick={ask}>
      <Barcode /> Accept {matches.length > 1 && "all "}
      {sayCount(matches.length)} with equal barcode…
    </Button>
  );
}
