"use client";

import { nounOf } from "@/components/exceptions/fix/say-release";
import type { LinkBatch } from "@/components/query/mapping-answers";
import { useMappingCommands } from "@/components/query/use-mapping-commands";
import { Alert } from "@/components/ui/alert";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { toast } from "@/components/ui/toaster";

import { ChangeLine } from "../change-line";
import { nameOf, sidesOf } from "../history/say-batch";

type Props = { shopId: string; batch: LinkBatch; onUndone: () => void; onClose: () => void };

const shown = 8;

/** Takes a whole batch back, or says who changed what since. */
export function UndoDialog({ shopId, batch, onUndone, onClose }: Props) {
  const { undo } = useMappingCommands(shopId);
  const noun = nounOf(batch.changes);
  const run = () =>
    undo.mutate(batch.batchId, {
      onSuccess: ({ undone }) => {
        toast.success(`${sayCount(undone, noun)} put back`);
        onUndone();
        onClose();
      },
    });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Put ${batch.count === 1 ? `this ${noun}` : `these ${sayCount(batch.count, noun)}`} back?`}
      confirm="Put back"
      onConfirm={run}
      isLoading={undo.isPending}
    >
      <p>
        Saved by {batch.byName ?? "Parity"}, <RelativeTime at={batch.at} />. Orders that went meanwhile stay where they are.
      </p>
      <ul className="mt-3 grid max-h-60 gap-1 overflow-y-auto rounded-md border p-2">
        {batch.changes.slice(0, shown).map((change) => (
          <li key={`${change.kind}${change.theirs}`}>
            <ChangeLine
              what={change.kind === "sku" ? change.theirs : <span>{nameOf(change)}</span>}
              before={sidesOf(change).after}
              after={sidesOf(change).before}
            />
          </li>
        ))}
        {batch.changes.length > shown && <li className="text-faint text-xs">and {sayCount(batch.changes.length - shown)} more</li>}
      </ul>
      {undo.isError && <Alert className="mt-3">{undo.error.message}</Alert>}
    </ConfirmDialog>
  );
}
