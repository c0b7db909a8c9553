"use client";

import { useRef, useState } from "react";

import type { Suggestion } from "@/components/query/cause-answers";
import type { SkuMapping } from "@/components/query/mapping-answers";

import { type Draft, findNextGap, isGap, noDrafts, withDraft, withDrafts, withoutDrafts } from "../drafts";
import { useDrafts } from "../saving/saving-context";
import type { TillProduct } from "./till-picker";

export const rowHeight = 48;

type Sheet = {
  rows: readonly SkuMapping[];
  suggestions: Readonly<Record<string, readonly Suggestion[]>>;
  activeKey: string | null;
  onActivate: (key: string | null) => void;
  mayEdit: boolean;
};

/** What is being edited and not saved yet; drafts outlive filters and searches. */
export function useProductSheet({ rows, suggestions, activeKey, onActivate, mayEdit }: Sheet) {
  const frame = useRef<HTMLDivElement>(null);
  const [drafts, setDrafts] = useDrafts("sku");
  const [editing, setEditing] = useState<string | null>(null);
  const find = (key: string | null) => rows.find(({ theirs }) => theirs === key);

  const show = (key: string) => {
    onActivate(key);
    bringIntoSight(
      frame.current,
      rows.findIndex(({ theirs }) => theirs === key),
    );
  };
  const edit = (key = activeKey) => {
    if (!mayEdit || key === null || !find(key)) return;
    onActivate(key);
    setEditing(key);
  };
  const leave = () => {
    if (editing) focusRow(frame.current, editing);
    setEditing(null);
  };
  const goToNextGap = (isEditing: boolean, from = activeKey, after = drafts) => {
    const next = findNextGap(rows, after, from);
    if (next === null) return leave();
    show(next);
    setEditing(isEditing ? next : null);
    // An open editor takes the focus itself.
    if (!isEditing) focusRow(frame.current, next);
  };
  const choose = (row: SkuMapping, product: TillProduct | null) => {
    const next = withDraft(drafts, draftOf(row, product));
    setDrafts(() => next);
    setEditing(null);
    // Filling gaps goes from one to the next; any other row stays where the person looks.
    if (isGap(row)) goToNextGap(false, row.theirs, next);
    else focusRow(frame.current, row.theirs);
  };
  const accept = (row: SkuMapping) => {
    const [best] = suggestions[row.theirs] ?? [];
    if (best) choose(row, { sku: best.sku, title: best.title });
  };
  return {
    frame,
    drafts,
    suggestions,
    mayEdit,
    editing,
    edit,
    leave,
    goToNextGap,
    choose,
    accept,
    revert: (theirs: string) => setDrafts((now) => withoutDrafts(now, [theirs])),
    add: (added: readonly Draft[]) => setDrafts((now) => withDrafts(now, added)),
    drop: (saved: readonly Draft[]) =>
      setDrafts((now) =>
        withoutDrafts(
          now,
          saved.map(({ theirs }) => theirs),
        ),
      ),
    clear: () => setDrafts(() => noDrafts),
  };
}
export type ProductSheet = ReturnType<typeof useProductSheet>;

export const draftOf = (row: SkuMapping, product: TillProduct | null): Draft => ({
  kind: "sku",
  theirs: row.theirs,
  name: row.title,
  was: row.state === "gap" ? null : row.ours,
  wasName: row.oursTitle,
  ours: product?.sku ?? null,
  oursName: product?.title ?? null,
});

// The list scrolls its own frame; rows are all of one height below a header of 32 px.
function bringIntoSight(frame: HTMLElement | null, at: number): void {
  const list = frame?.querySelector("[role=grid]")?.parentElement;
  if (!list || at < 0) return;
  const top = at * rowHeight;
  if (top < list.scrollTop || top + rowHeight + 64 > list.scrollTop + list.clientHeight) list.scrollTo({ top: Math.max(0, top - 96) });
}

const focusRow = (frame: HTMLElement | null, key: string) =>
  requestAnimationFrame(() => frame?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true }));
