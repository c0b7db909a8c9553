import type { CauseAction } from "@/components/query/use-cause-commands";
import type { CauseState } from "@/lib/domain/exceptions/cause";

export type Before = { id: string; state: CauseState; ownerId: string | null };
export type UndoStep = { ids: string[]; action: CauseAction };

/** The steps that take an action back. Empty where it cannot be: a comment stands, and what was closed on trust was let go. */
export function planUndo(action: CauseAction, done: readonly string[], before: readonly Before[]): UndoStep[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const causes = done.flatMap((id) => known.get(id) ?? []);
  if (causes.length < done.length) return [];
  const wasActive = causes.every(({ state }) => state === "open" || state === "working");
  switch (action.do) {
    case "take":
      return [...reopened(causes.filter(({ state }) => state !== "working")), ...owned(causes)];
    case "assign":
      return owned(causes);
    case "snooze":
    case "ignore":
      return wasActive ? reopened(causes) : [];
    default:
      return [];
  }
}

const reopened = (causes: readonly Before[]): UndoStep[] =>
  step(
    causes.map(({ id }) => id),
    { do: "reopen", text: "" },
  );

function owned(causes: readonly Before[]): UndoStep[] {
  return [...Map.groupBy(causes, ({ ownerId }) => ownerId)].flatMap(([ownerId, each]) =>
    step(
      each.map(({ id }) => id),
      { do: "assign", ownerId },
    ),
  );
}

const step = (ids: string[], action: CauseAction): UndoStep[] => (ids.length === 0 ? [] : [{ ids, action }]);
