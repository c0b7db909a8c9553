"use client";

import type { SkuMapping } from "@/components/query/mapping-answers";

import { useSaving } from "../saving/saving-context";
import { useSheet } from "./sheet-context";
import { TillCell } from "./till-cell";
import { TillPicker } from "./till-picker";

/** The cell that people edit. */
export function TillColumn({ row }: { row: SkuMapping }) {
  const { shopId } = useSaving();
  const sheet = useSheet();
  const suggestions = sheet.suggestions[row.theirs] ?? [];
  const cell = (
    <TillCell
      row={row}
      draft={sheet.drafts.get(row.theirs)}
      suggestion={suggestions[0]}
      mayEdit={sheet.mayEdit}
      onEdit={() => sheet.edit(row.theirs)}
      onAccept={() => sheet.accept(row)}
      onRevert={() => sheet.revert(row.theirs)}
    />
  );
  if (sheet.editing !== row.theirs) return cell;
  return (
    <TillPicker
      shopId={shopId}
      label={`What ${row.theirs} is at the till`}
      suggestions={suggestions}
      mayClear={row.state === "mapped" || row.state === "broken"}
      onChoose={(product) => sheet.choose(row, product)}
      onSkip={() => sheet.goToNextGap(true)}
      onClose={sheet.leave}
    >
      {cell}
    </TillPicker>
  );
}
