"use client";

import { createContext, useContext, useMemo, useState } from "react";

import type { Worker } from "@/components/exceptions/worker";
import type { LinkBatch } from "@/components/query/mapping-answers";
import { readMappingHistory } from "@/components/query/use-mappings";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { toast } from "@/components/ui/toaster";

import type { LinkKind } from "@/lib/domain/mapping/link";

import { type Draft, type Drafts, noDrafts } from "../drafts";
import { SaveDialog } from "./save-dialog";
import { UndoDialog } from "./undo-dialog";

export type SaveRequest = {
  title: string;
  source?: "csv";
  drafts: readonly Draft[];
  onSaved: (saved: readonly Draft[]) => void;
};

type Saving = {
  shopId: string;
  worker: Worker;
  /** Shows what saving would do, and saves from there. */
  review: (request: SaveRequest) => void;
  isReviewing: boolean;
  askUndo: (batch: LinkBatch) => void;
  drafts: DraftsByKind;
  setDrafts: (kind: LinkKind, change: (now: Drafts) => Drafts) => void;
};
type DraftsByKind = Record<LinkKind, Drafts>;

const nothingDrafted: DraftsByKind = { sku: noDrafts, location: noDrafts, service: noDrafts };

const SavingContext = createContext<Saving | null>(null);

export function useSaving(): Saving {
  const saving = useContext(SavingContext);
  if (!saving) throw new Error("Mappings are saved inside a SavingProvider.");
  return saving;
}

/** Drafts of one kind; they outlive tabs, filters and searches, not the page. */
export function useDrafts(kind: LinkKind): [Drafts, (change: (now: Drafts) => Drafts) => void] {
  const { drafts, setDrafts } = useSaving();
  return [drafts[kind], (change) => setDrafts(kind, change)];
}

type Props = { shopId: string; worker: Worker; children: React.ReactNode };

/** The one way to save mappings of a shop: preview first, and the last save can be taken back with a key. */
export function SavingProvider({ shopId, worker, children }: Props) {
  const [request, setRequest] = useState<SaveRequest | null>(null);
  const [undoing, setUndoing] = useState<LinkBatch | null>(null);
  const [mine, setMine] = useState<readonly string[]>([]);
  const [drafts, keepDrafts] = useState<DraftsByKind>(nothingDrafted);
  const saving = useMemo(
    (): Saving => ({
      shopId,
      worker,
      review: setRequest,
      isReviewing: request !== null,
      askUndo: setUndoing,
      drafts,
      setDrafts: (kind, change) => keepDrafts((now) => ({ ...now, [kind]: change(now[kind]) })),
    }),
    [shopId, worker, drafts, request],
  );

  const noteSaved = async (batchId: string | null) => {
    const id = batchId ?? (await newestBatch(shopId));
    if (id) setMine((before) => [id, ...before.filter((each) => each !== id)]);
  };
  const undoLast = async () => {
    const [last] = mine;
    const batch = last ? (await listBatches(shopId)).find(({ batchId }) => batchId === last) : undefined;
    if (batch) setUndoing(batch);
    else toast.info("Nothing was saved from this page yet", { description: "Older changes can be taken back under History." });
  };
  useShortcuts("Mappings", [{ keys: "mod+z", label: "Take back the last save", run: () => void undoLast() }], {
    isActive: worker.may.map && request === null,
  });

  return (
    <SavingContext value={saving}>
      {children}
      {request && <SaveDialog request={request} onSaved={noteSaved} onClose={() => setRequest(null)} />}
      {undoing && (
        <UndoDialog
          shopId={shopId}
          batch={undoing}
          onUndone={() => setMine((before) => before.filter((each) => each !== undoing.batchId))}
          onClose={() => setUndoing(null)}
        />
      )}
    </SavingContext>
  );
}

async function listBatches(shopId: string): Promise<LinkBatch[]> {
  try {
    return (await readMappingHistory(shopId)).batches;
  } catch (cause) {
    toast.error(cause instanceof Error ? cause.message : "The history could not be read.");
    return [];
  }
}

const newestBatch = async (shopId: string): Promise<string | null> => (await listBatches(shopId))[0]?.batchId ?? null;
