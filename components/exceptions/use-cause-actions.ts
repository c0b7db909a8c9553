"use client";

import { useState } from "react";

import { type CauseAction, useCauseCommands } from "@/components/query/use-cause-commands";

import { planUndo, type UndoStep } from "./plan-undo";
import { type ActionResult, failureOf, resultOf } from "./result";
import type { Target } from "./target";

export type Asked = "assign" | "snooze" | "resolve" | "ignore" | "comment";

type Options = {
  /** Told when the server has answered. */
  onDone?: (action: CauseAction, done: readonly string[], target: Target) => void;
};

/** Take, assign, snooze, comment, resolve, ignore, reopen: for one cause or many, with what became of it and a way back. */
export function useCauseActions({ onDone }: Options = {}) {
  const { work } = useCauseCommands();
  const [asking, setAsking] = useState<{ what: Asked; target: Target } | null>(null);
  const [result, setResult] = useState<ActionResult | null>(null);
  const [undoSteps, setUndoSteps] = useState<readonly UndoStep[]>([]);

  async function run(action: CauseAction, target: Target): Promise<void> {
    setAsking(null);
    const before = target.known.map(({ id, state, ownerId }) => ({ id, state, ownerId }));
    try {
      const moved = await work.mutateAsync({ scope: target.scope, action });
      // One comment shows itself, and takes nothing away from what can be undone.
      if (action.do !== "comment" || target.expected > 1) {
        setResult(resultOf(action, moved, target.expected));
        setUndoSteps(planUndo(action, moved.done, before));
      }
      onDone?.(action, moved.done, target);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : "Something broke.";
      setResult(
        failureOf(
          action,
          target.known.map(({ id }) => id),
          target.expected,
          why,
        ),
      );
      setUndoSteps([]);
    }
  }

  async function undo(): Promise<void> {
    const steps = undoSteps;
    setUndoSteps([]);
    const ids = [...new Set(steps.flatMap((step) => step.ids))];
    const action: CauseAction = { do: "reopen", text: "" };
    try {
      for (const step of steps) await work.mutateAsync({ scope: { ids: step.ids }, action: step.action });
      setResult({ ...resultOf(action, { done: ids, skipped: [] }, ids.length), isUndo: true });
    } catch (cause) {
      setResult(failureOf(action, ids, ids.length, cause instanceof Error ? cause.message : "Something broke."));
    }
  }

  return {
    asking,
    ask: (what: Asked, target: Target) => setAsking({ what, target }),
    stopAsking: () => setAsking(null),
    run,
    isRunning: work.isPending,
    result,
    dismiss: () => setResult(null),
    undo: undoSteps.length > 0 ? undo : null,
  };
}
export type CauseActions = ReturnType<typeof useCauseActions>;
