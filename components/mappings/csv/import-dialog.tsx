"use client";

import { useState } from "react";

import type { CheckedCsv } from "@/components/query/mapping-answers";
import { useCsvCheck, useMappingCommands } from "@/components/query/use-mapping-commands";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toaster";

import { useSaving } from "../saving/saving-context";
import { CheckedLines } from "./checked-lines";
import { ChooseFile } from "./choose-file";
import { countChanging, countVerdicts, saySave } from "./count-verdicts";

/** A file, a verdict for each of its lines, and only then a save of those that are right, all at once. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { shopId } = useSaving();
  const check = useCsvCheck(shopId);
  const { save } = useMappingCommands(shopId);
  const [name, setName] = useState("");
  const choose = (file: File) => {
    setName(file.name);
    save.reset();
    check.mutate(file);
  };
  const checked = check.data;
  const counts = checked && countVerdicts(checked.lines);
  const run = (edits: CheckedCsv["edits"]) =>
    save.mutate(
      { edits, source: "csv" },
      {
        onSuccess: () => {
          toast.success(`${sayCount(counts ? countChanging(counts) : edits.length, "mapping")} saved from ${name}`, {
            description: "What they held is checked and goes by itself. History can put them back.",
          });
          onClose();
        },
      },
    );
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
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
              <Button
                variant="primary"
                disabled={countChanging(counts) === 0}
                isLoading={save.isPending}
                onClick={() => run(changingEdits(checked))}
              >
                {countChanging(counts) === 0 ? "Nothing to save" : saySave(counts)}
              </Button>
            </>
          )
        }
      >
        <div className="grid gap-3">
          {(check.error ?? save.error) && (
            <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
              {name && <span className="font-medium">{name}: </span>}
              {(check.error ?? save.error)?.message} Nothing was saved.
            </p>
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

// Lines that are the same already are left out of the save; the wrong ones never came back as edits.
function changingEdits({ lines, edits }: CheckedCsv): CheckedCsv["edits"] {
  const same = new Set(lines.flatMap(({ verdict, kind, theirs }) => (verdict === "same" ? [`${kind}|${theirs}`] : [])));
  return edits.filter(({ kind, theirs }) => !same.has(`${kind}|${theirs}`));
}
