import type { LinkEdit } from "@/lib/domain/mapping/link";

/** One change that is not saved yet. `was`: what it points at now, by a mapping or by the same code. */
export type Draft = {
  kind: LinkEdit["kind"];
  theirs: string;
  name: string;
  was: string | null;
  wasName: string | null;
  ours: string | null;
  oursName: string | null;
};
export type Drafts = ReadonlyMap<string, Draft>;

export const noDrafts: Drafts = new Map();

/** A shop may call a product and a location the same. */
export const keyOf = ({ kind, theirs }: { kind: string; theirs: string }): string => `${kind}|${theirs}`;

/** A draft that changes nothing is none. */
export function withDraft(drafts: Drafts, draft: Draft): Drafts {
  const next = new Map(drafts);
  if (draft.ours === draft.was) next.delete(draft.theirs);
  else next.set(draft.theirs, draft);
  return next;
}

export const withDrafts = (drafts: Drafts, added: readonly Draft[]): Drafts => added.reduce(withDraft, drafts);

export const withoutDrafts = (drafts: Drafts, keys: readonly string[]): Drafts =>
  new Map([...drafts].filter(([theirs]) => !keys.includes(theirs)));

export const editsOf = (drafts: Iterable<Draft>): LinkEdit[] => [...drafts].map(({ kind, theirs, ours }) => ({ kind, theirs, ours }));

type Row = { theirs: string; state: string };
/** Nothing at the till belongs to it. */
export const isGap = ({ state }: { state: string }) => state === "gap" || state === "broken";

/** The next row below that points at nothing and has no draft; from the end it goes on at the top. Null when there is none. */
export function findNextGap(rows: readonly Row[], drafts: Drafts, from: string | null): string | null {
  const at = rows.findIndex(({ theirs }) => theirs === from);
  const ahead = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return ahead.find((row) => isGap(row) && !drafts.has(row.theirs))?.theirs ?? null;
}
