import type { CauseAction, Moved } from "@/components/query/use-cause-commands";
import { sayCount } from "@/components/ui/say-count";

/** What became of one action on one or many causes. */
export type ActionResult = {
  action: CauseAction;
  done: readonly string[];
  skipped: readonly { id: string; why: string }[];
  /** The request itself did not work: nothing was done to these. */
  failed: { count: number; ids: readonly string[]; why: string } | null;
  /** How many the screen said would be acted on. */
  expected: number;
  isUndo?: true;
};

const past: Record<CauseAction["do"], string> = {
  take: "taken",
  assign: "assigned",
  snooze: "snoozed",
  reopen: "opened again",
  comment: "commented on",
  ignore: "ignored",
  resolve: "closed on trust",
  "ask-first": "set",
};

export const resultOf = (action: CauseAction, { done, skipped }: Moved, expected: number): ActionResult => ({
  action,
  done,
  skipped,
  failed: null,
  expected,
});

export const failureOf = (action: CauseAction, ids: readonly string[], expected: number, why: string): ActionResult => ({
  action,
  done: [],
  skipped: [],
  failed: { count: expected, ids, why },
  expected,
});

export function sayDone({ action, done, isUndo }: ActionResult): string {
  if (isUndo) return `Undone: ${sayCount(done.length, "cause")} as before`;
  const verb = action.do === "assign" && action.ownerId === null ? "given back" : past[action.do];
  return `${sayCount(done.length, "cause")} ${verb}`;
}

/** "3 skipped: 2 are resolved, 1 is ignored". Null when none was. */
export function saySkipped({ skipped }: ActionResult): string | null {
  if (skipped.length === 0) return null;
  const groups = [...Map.groupBy(skipped, ({ why }) => why)].map(([why, each]) => sayGroup(why, each.length));
  return `${sayCount(skipped.length)} skipped: ${groups.join(", ")}`;
}

const sayGroup = (why: string, count: number): string =>
  count === 1
    ? `1 ${lower(why.replace(/^It /, ""))}`
    : `${sayCount(count)} ${lower(
        why
          .replace(/^It is /, "are ")
          .replace(/^It does /, "do ")
          .replace(/^It /, ""),
      )}`;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const sayFailed = ({ failed }: ActionResult): string | null => failed && `${sayCount(failed.count)} failed: ${failed.why}`;

/** Where the list had changed between looking and acting. */
export function sayDifference({ done, skipped, failed, expected }: ActionResult): string | null {
  const difference = done.length + skipped.length - expected;
  if (failed || difference === 0) return null;
  return difference > 0 ? `${sayCount(difference)} more had arrived meanwhile` : `${sayCount(-difference)} had gone meanwhile`;
}
