"use client";

import { useRouter } from "next/navigation";

import { useCause } from "@/components/query/use-causes";
import { PageHeader } from "@/components/shell/page-header";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";

import { ActionDialog } from "./action-dialog";
import { CausePane } from "./cause-pane";
import { ResultBar } from "./result-bar";
import { targetOf } from "./target";
import { type Asked, useCauseActions } from "./use-cause-actions";
import type { Worker } from "./worker";

/** One cause with the whole page to itself; the same pieces and keys as in the inbox. */
export function CausePage({ id, worker }: { id: string; worker: Worker }) {
  const router = useRouter();
  const cause = useCause(id).data?.cause;
  const actions = useCauseActions();
  const target = targetOf([id], cause ? [cause] : []);
  const ask = (what: Asked) => actions.ask(what, target);
  const take = () => void actions.run({ do: "take" }, target);
  const open = (other: string) => router.push(`/causes/${other}`);
  useShortcuts("Causes", [
    { keys: "t", label: "Take", run: take },
    { keys: "a", label: "Assign", run: () => ask("assign") },
    { keys: "s", label: "Snooze", run: () => ask("snooze") },
    { keys: "e", label: "Resolve by hand", run: () => ask("resolve") },
    { keys: "escape", label: "Back to the inbox", run: () => router.push(`/inbox?cause=${id}`) },
    ...(actions.undo ? [{ keys: "u", label: "Undo the last action", run: actions.undo }] : []),
  ]);
  return (
    <>
      <PageHeader title={cause?.title ?? "Cause"} trail={[{ href: "/inbox", label: "Inbox" }]} />
      <div className="relative min-h-0 flex-1 overflow-y-auto bg-card">
        <CausePane id={id} worker={worker} onTake={take} onAsk={ask} onRun={(action) => void actions.run(action, target)} onOpen={open} />
        {actions.result && (
          <div className="sticky bottom-3 flex justify-center">
            <ResultBar
              result={actions.result}
              onOpen={open}
              onUndo={actions.undo ? () => void actions.undo?.() : null}
              onDismiss={actions.dismiss}
            />
          </div>
        )}
      </div>
      <ActionDialog asking={actions.asking} onRun={(action, of) => void actions.run(action, of)} onClose={actions.stopAsking} />
    </>
  );
}
