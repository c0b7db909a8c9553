import type { ListedCause } from "@/components/query/cause-answers";
import type { CauseScope } from "@/components/query/use-cause-commands";
import { isSelected, type Selection } from "@/components/ui/data-list/selection";
import { sayCount } from "@/components/ui/say-count";
import type { CauseFilter } from "@/lib/domain/exceptions/cause";

import { sayCauses } from "./say-scope";

/** What is acted on: the scope for the server, what of it is on the screen, and both in words. */
export type Target = { scope: CauseScope; known: readonly ListedCause[]; expected: number; said: string };

export function targetOf(ids: readonly string[], rows: readonly ListedCause[]): Target {
  const known = rows.filter(({ id }) => ids.includes(id));
  const said = ids.length === 1 ? (known[0]?.sentence ?? "1 cause") : sayCount(ids.length, "selected cause");
  return { scope: { ids }, known, expected: ids.length, said };
}

type All = { rows: readonly ListedCause[]; filter: CauseFilter; matching: number; except: readonly string[]; parts: readonly string[] };

/** Everything the filter shows, also what is not loaded: the server runs the same filter again. */
export function targetOfAll({ rows, filter, matching, except, parts }: All): Target {
  const expected = Math.max(0, matching - except.length);
  const but = except.length > 0 ? ` but ${sayCount(except.length)}` : "";
  const said = [`All ${sayCount(matching)} ${sayCauses(filter.state, matching)}${but}`, ...parts].join(" · ");
  return { scope: { filter, expected, except }, known: rows.filter(({ id }) => !except.includes(id)), expected, said };
}

/** A row that has left the list is not selected any more: nothing is done to what nobody sees. */
export function stillShown(selection: Selection, rows: readonly { id: string }[]): Selection {
  if (selection.of === "all") return selection;
  const keys = rows.map(({ id }) => id).filter((id) => isSelected(selection, id));
  return keys.length === selection.keys.size ? selection : { of: "keys", keys: new Set(keys) };
}
