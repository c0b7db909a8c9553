"use client";

import { CircleX } from "lucide-react";
import { useMemo, useState } from "react";

import type { SkuMapping } from "@/components/query/mapping-answers";
import { useForesight } from "@/components/query/use-mappings";
import { useSettled } from "@/components/query/use-settled";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { sayCount } from "@/components/ui/say-count";

import { ChangeLine } from "../change-line";
import { type Draft, editsOf } from "../drafts";
import { layOver, readColumn } from "../paste-column";
import { useSaving } from "../saving/saving-context";
import { draftOf } from "./use-product-sheet";

type Props = {
  text: string;
  /** From the first to be filled on. */
  rows: readonly SkuMapping[];
  isSelection: boolean;
  onDraft: (drafts: readonly Draft[]) => void;
  onClose: () => void;
};

/** Lays a copied column of till codes over rows, and says of each cell whether the till has it. */
export function PasteDialog({ text: pasted, rows, isSelection, onDraft, onClose }: Props) {
  const { shopId } = useSaving();
  const [text, setText] = useState(pasted);
  const column = useSettled(text, 250);
  const laid = useMemo(() => layOver(rows, column.trim() === "" ? [] : readColumn(column)), [rows, column]);
  const drafts = useMemo(() => laid.pairs.map(({ row, value }) => draftOf(row, { sku: value, title: "" })), [laid]);
  const edits = useMemo(() => editsOf(drafts), [drafts]);
  const foresight = useForesight(shopId, edits);
  const found = new Map((foresight.data?.edits ?? []).map((each) => [each.theirs, each]));
  const sound = drafts.filter(({ theirs }) => found.get(theirs)?.problem === null);
  const use = () => {
    onDraft(sound.map((draft) => ({ ...draft, oursName: found.get(draft.theirs)?.oursTitle ?? "" })));
    onClose();
  };
  const unused = [
    laid.leftOver > 0 ? `${sayCount(laid.leftOver, "cell")} more than ${isSelection ? "rows are selected" : "rows are below"}` : "",
    isSelection && column.trim() !== "" && laid.unfilled > 0 ? `${sayCount(laid.unfilled, "selected row")} left as they are` : "",
    laid.blanks > 0 ? `${sayCount(laid.blanks, "empty cell")} skipped` : "",
  ].filter(Boolean);
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="Paste a column of till codes"
        description={
          isSelection
            ? `From top to bottom into the ${sayCount(rows.length, "selected row")}.`
            : `From ${rows[0]?.theirs ?? "the first row"} downwards. Select rows first to fill only those.`
        }
        footer={
          <>
            <Button variant="ghost" className="mr-auto" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={sound.length === 0} isLoading={foresight.isFetching} onClick={use}>
              {sound.length === drafts.length
                ? `Use ${sayCount(sound.length, "code")}`
                : `Use ${sayCount(sound.length, "code")}, leave out ${sayCount(drafts.length - sound.length)}`}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <Field
            label="Codes, one a line"
            hint={unused.length > 0 ? unused.join(" · ") : "As copied from a spreadsheet; only the first column counts."}
          >
            {(control) => (
              <Textarea
                {...control}
                value={text}
                onChange={(event) => setText(event.target.value)}
                className="min-h-28 font-mono text-xs"
              />
            )}
          </Field>
          {foresight.isError && (
            <p role="alert" className="text-bad">
              {foresight.error.message}
            </p>
          )}
          {drafts.length > 0 && (
            <ul aria-label="What each code becomes" className="divide-y rounded-lg border">
              {drafts.slice(0, 200).map((draft) => (
                <li key={draft.theirs} className="grid gap-0.5 px-3 py-1.5">
                  <ChangeLine what={draft.theirs} before={{ code: draft.was }} after={{ code: draft.ours }} />
                  {found.get(draft.theirs)?.problem && (
                    <p className="flex items-center gap-1.5 text-bad text-xs">
                      <CircleX className="size-3 shrink-0" aria-hidden /> {found.get(draft.theirs)?.problem}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
