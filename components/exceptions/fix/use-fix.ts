"use client";

import { useState } from "react";

import type { Cause, CauseDetail } from "@/components/query/cause-answers";
import { useCauseCommands } from "@/components/query/use-cause-commands";
import { usePreview } from "@/components/query/use-plan";
import { usePromotionCommands } from "@/components/query/use-promotions";
import { type Edit, linksIn, promotionsIn } from "@/lib/domain/mapping/edit";
import type { LinkKind } from "@/lib/domain/mapping/link";

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
  const savePromotion = usePromotionCommands(cause.connectionId).save;
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const mapped = mappedBy(cause);

  const show = (next: readonly Edit[]) => {
    setEdits(next);
    saveMapping.reset();
    savePromotion.reset();
    undoMapping.reset();
    preview.mutate({ causeIds: [cause.id], edits: next });
  };
  const choose = (ours: string, theirs = mapped?.theirs) => {
    if (mapped && theirs !== undefined) show([{ kind: mapped.kind, theirs, ours }]);
  };
  const saving = promotionsIn(edits).length > 0 ? savePromotion : saveMapping;
  const batchId = saving.data?.batchId ?? null;
  return {
    edits,
    chosen: linksIn(edits)[0]?.ours ?? null,
    choose,
    /** What would happen with these changes saved. */
    show,
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
      const onSuccess = () => preview.reset();
      const [promotion] = promotionsIn(edits);
      if (promotion?.promotion)
        savePromotion.mutate({ id: promotion.theirs, promotion: promotion.promotion, seenAt: promotion.seenAt }, { onSuccess });
      else saveMapping.mutate({ shopId: cause.connectionId, edits: linksIn(edits) }, { onSuccess });
    },
    isSaving: saving.isPending,
    saved: saving.isSuccess && !undoMapping.isSuccess ? { batchId } : null,
    undoSave: () => batchId && undoMapping.mutate(batchId),
    isUndoing: undoMapping.isPending,
    error: (preview.error ?? saving.error ?? undoMapping.error ?? probe.error)?.message ?? null,
  };
}
export type Fix = ReturnType<typeof useFix>;
