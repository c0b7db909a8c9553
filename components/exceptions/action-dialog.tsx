"use client";

import type { CauseAction } from "@/components/query/use-cause-commands";
import { Dialog, DialogContent } from "@/components/ui/dialog";

import { AssignForm } from "./assign-form";
import { NoteForm } from "./note-form";
import { SnoozeForm } from "./snooze-form";
import type { Target } from "./target";
import type { Asked } from "./use-cause-actions";

type Props = { asking: { what: Asked; target: Target } | null; onRun: (action: CauseAction, target: Target) => void; onClose: () => void };

const titles: Record<Asked, string> = {
  assign: "Assign",
  snooze: "Snooze",
  resolve: "Close on trust",
  ignore: "Ignore until",
  comment: "Comment",
};

/** Asks for what an action needs to know, and says whom it will be done to. */
export function ActionDialog({ asking, onRun, onClose }: Props) {
  const run = (action: CauseAction) => asking && onRun(action, asking.target);
  return (
    <Dialog open={asking !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {asking && (
        <DialogContent title={titles[asking.what]} description={asking.target.said} className="w-[min(28rem,calc(100vw-2rem))]">
          {asking.what === "assign" && <AssignForm onRun={run} />}
          {asking.what === "snooze" && <SnoozeForm onRun={run} />}
          {(asking.what === "resolve" || asking.what === "ignore" || asking.what === "comment") && (
            <NoteForm what={asking.what} onRun={run} />
          )}
        </DialogContent>
      )}
    </Dialog>
  );
}
