"use client";

import { ClipboardPaste, Sparkles, Unlink } from "lucide-react";

import type { Suggestion } from "@/components/query/cause-answers";
import type { SkuMapping } from "@/components/query/mapping-answers";
import { Button } from "@/components/ui/button";
import { nothing, type Selection } from "@/components/ui/data-list/selection";
import { SelectionBar } from "@/components/ui/data-list/selection-bar";
import { sayCount } from "@/components/ui/say-count";
import { Tooltip } from "@/components/ui/tooltip";

import type { Draft } from "../drafts";
import { draftOf } from "./use-product-sheet";

type Props = {
  selected: readonly SkuMapping[];
  loaded: number;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  best: (row: SkuMapping) => Suggestion | undefined;
  onDraft: (drafts: readonly Draft[]) => void;
  onPaste: () => void;
};

/** What can be done to several rows at once; all of it is a draft until it is saved. */
export function SelectedProducts({ selected, loaded, selection, onSelect, best, onDraft, onPaste }: Props) {
  const suggested = selected.flatMap((row) => {
    const suggestion = best(row);
    return suggestion ? [draftOf(row, suggestion)] : [];
  });
  const linked = selected.filter(({ state }) => state === "mapped" || state === "broken");
  const draft = (drafts: readonly Draft[]) => {
    onDraft(drafts);
    onSelect(nothing);
  };
  return (
    <SelectionBar selection={selection} onSelect={onSelect} matching={null} loaded={loaded} scope="products">
      <Tooltip label="Fill the selected rows from a spreadsheet" keys="mod+v">
        <Button size="sm" onClick={onPaste}>
          <ClipboardPaste /> Paste a column
        </Button>
      </Tooltip>
      {suggested.length > 0 && (
        <Button size="sm" onClick={() => draft(suggested)}>
          <Sparkles /> Take {sayCount(suggested.length, "suggestion")}
        </Button>
      )}
      {linked.length > 0 && (
        <Button size="sm" onClick={() => draft(linked.map((row) => draftOf(row, null)))}>
          <Unlink /> Take away {sayCount(linked.length, "mapping")}
        </Button>
      )}
    </SelectionBar>
  );
}
