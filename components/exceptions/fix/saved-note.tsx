"use client";

import { Check, Undo2 } from "lucide-react";

import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { Button } from "@/components/ui/button";

import type { Fix } from "./use-fix";

/** The mapping or promotion is saved, nothing is released yet; it can be taken back. */
export function SavedNote({ fix, asksFirst }: { fix: Fix; asksFirst: boolean }) {
  const [edit] = fix.edits;
  useShortcuts("Fix", [{ keys: "u", label: "Undo what was saved", run: () => fix.undoSave() }], { isActive: fix.saved?.batchId !== null });
  return (
    <div role="status" className="flex items-center gap-2 rounded-lg bg-good-soft px-3 py-2 text-good">
      <Check className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">
        {edit?.kind === "promotion"
          ? `${edit.promotion?.name ?? "The promotion"} is saved.`
          : `${edit?.theirs} is mapped to ${edit?.ours}.`}{" "}
        {asksFirst ? "What it held stays until somebody releases it." : "What it held is being checked and goes by itself."}
      </p>
      {fix.saved?.batchId && (
        <Button size="sm" variant="ghost" className="text-good" isLoading={fix.isUndoing} onClick={fix.undoSave} aria-keyshortcuts="u">
          <Undo2 /> Undo
        </Button>
      )}
    </div>
  );
}
