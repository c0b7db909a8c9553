"use client";

import { useState } from "react";
import type { CheckedCsv } from "@/components/query/mapping-answers";
import { useCsvCheck } from "@/components/query/use-mapping-commands";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";

import { useSaving } from "../saving/saving-context";
import { CheckedLines } from "./checked-lines";
import { ChooseFile } from "./choose-file";
import { countChanging, countVerdicts, sayReview } from "./count-verdicts";
import { draftsOf } from "./drafts-of";

/** A file, a verdict for each of its lines, and only then the preview of saving those that are right, all at once. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { shopId, review, isReviewing } = useSaving();
  const check = useCsvCheck(shopId);
  const [name, setName] = useState("");
  const choose = (file: File) => {
    setName(file.name);
    check.mutate(file);
  };
  const checked = check.data;
  const counts = checked && countVerdicts(checked.lines);
  const ask = ({ lines }: CheckedCsv) =>
    review({
      title: `Save ${sayCount(draftsOf(lines).length, "mapping")} from ${name}`,
      source: "csv",
      drafts: draftsOf(lines),
      onSaved: onClose,
    });
  return (
    <Dialog open={!isReviewing} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="Import mappings"
        description={
          checked
            ? `${name}: nothing is saved yet.`
            : "A CSV file with the columns kind, theirs and ours. You see what each line does before anything is saved."
        }
        className={checked ? "w-[min(56rem,calc(100vw-2rem))]" : ""}
        footer={
          checked &&
          counts && (
            <>
              <Button variant="ghost" className="mr-auto" onClick={check.reset}>
                Another file
              </Button>
              <Button variant="primary" disabled={countChanging(counts) === 0} onClick={() => ask(checked)}>
                {countChanging(counts) === 0 ? "Nothing to save" : sayReview(counts)}
              </Button>
            </>
          )
        }
      >
        <div className="grid gap-3">
          {check.error && (
            <Alert>
              {name && <span className="font-medium">{name}: </span>}
              {check.error.message} Nothing was saved.
            </Alert>
          )}
          {check.isPending ? (
            <SkeletonRows count={5} label="Reading the file" />
          ) : checked ? (
            <CheckedLines lines={checked.lines} />
          ) : (
            <ChooseFile onChoose={choose} />
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
