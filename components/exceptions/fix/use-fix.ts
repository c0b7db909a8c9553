"use client";

import { useState } from "react";

import type { Cause, CauseDetail } from "@/components/query/cause-answers";
import { useCauseCommands } from "@/components/query/use-cause-commands";
import { usePreview } from "@/components/query/use-plan";
import type { LinkEdit, LinkKind } from "@/lib/domain/mapping/link";

/** What the mapping of this cause joins, and what stands on the web's side of it. Null: it is not fixed by a mapping. */
export function mappedBy({
  remedies,
  entity,
  evidence,
}: Pick<Cause, "remedies" | "entity" | "evidence">): { kind: LinkKind; theirs: string } | null {
  if (remedies.includes("map-sku")) return { kind: "sku", theirs: typeof evidence.sku === "string" ? evidence.sku : entity };
  if (remedies.includes("map-location")) return { kind: "location", theirs: entity };
  if (remedies.includes("map-service")) return { kind: "service", theirs: entity };
  return null;
}

/** The fix being tried: what is chosen, its preview, and what was saved. Choosing shows the preview at once. */
export function useFix({ cause, suggestions }: CauseDetail) {
  const preview = usePreview();
  const { saveMapping, undoMapping, probe } = useCauseCommands();
  const [edits, setEdits] = useState<readonly LinkEdit[]>([]);
  const mapped = mappedBy(cause);

  const show = (next: readonly LinkEdit[]) => {
    setEdits(next);
    saveMapping.reset();
    undoMapping.reset();
    preview.mutate({ causeIds: [cause.id], edits: next });
  };
  const choose = (ours: string, theirs = mapped?.theirs) => {
    if (mapped && theirs !== undefined) show([{ kind: mapped.kind, theirs, ours }]);
  };
  const batchId = saveMapping.data?.batchId ?? null;
  return {
    edits,
    chosen: edits[0]?.ours ?? null,
    choose,
    /** Without any mapping: is what it waited for there by now? */
    tryAgain: () => show([]),
    previewBest: () => {
      if (edits.length > 0) show(edits);
      else if (mapped?.kind === "sku" && suggestions[0]) choose(suggestions[0].sku);
      else if (!mapped) show([]);
    },
    /** Asks now whether it is gone. */
    probeNow: () => probe.mutate([cause.id]),
    isProbing: probe.isPending,
    hasProbed: probe.isSuccess,
    planId: preview.data?.planId ?? null,
    isPreviewing: preview.isPending,
    clear: () => {
      setEdits([]);
      preview.reset();
    },
    save: () => {
      saveMapping.mutate({ shopId: cause.connectionId, edits }, { onSuccess: () => preview.reset() });
    },
    isSaving: saveMapping.isPending,
    saved: saveMapping.isSuccess && !undoMapping.isSuccess ? { batchId } : null,
    undoSave: () => batchId && undoMapping.mutate(batchId),
    isUndoing: undoMapping.isPending,
    error: (preview.error ?? saveMapping.error ?? undoMapping.error ?? probe.error)?.message ?? null,
  };
}
export type Fix = ReturnType<typeof useFix>;
