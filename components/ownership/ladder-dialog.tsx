"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";

import { ApiError } from "@/components/query/api";
import { type Ownership, type Step, useOwnershipCommands } from "@/components/query/use-ownership";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { FormEnd } from "@/components/ui/form-end";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toaster";

import { ownerChoices, ownerOfValue, valueOfOwner } from "./owners";

type Props = { severity: string; steps: readonly Step[]; people: Ownership["people"]; onClose: () => void };
type Rung = { key: number; minutes: string; owner: string };
const most = 5;

/** The steps of one severity, in order. */
export function LadderDialog({ severity, steps, people, onClose }: Props) {
  const { saveLadder } = useOwnershipCommands();
  const [rungs, setRungs] = useState<readonly Rung[]>(
    steps.map((step) => ({ key: step.step, minutes: String(step.afterMinutes), owner: valueOfOwner(step) })),
  );
  const [next, setNext] = useState(steps.length + 1);
  const change = (key: number, to: Partial<Rung>) => setRungs(rungs.map((rung) => (rung.key === key ? { ...rung, ...to } : rung)));
  const add = () => {
    const last = Number(rungs.at(-1)?.minutes ?? 0) || 0;
    setRungs([...rungs, { key: next, minutes: String(last + (rungs.length === 0 ? 15 : 30)), owner: "role:admin" }]);
    setNext(next + 1);
  };
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    const wanted = rungs.map(({ minutes, owner }) => ({
      afterMinutes: minutes.trim() === "" ? Number.NaN : Number(minutes),
      ...ownerOfValue(owner, people),
    }));
    saveLadder.mutate(
      { severity, steps: wanted },
      {
        onSuccess: () => {
          toast.success("Saved. It counts for what is open, too.");
          onClose();
        },
      },
    );
  };
  const { error } = saveLadder;
  const message = error instanceof ApiError ? (Object.values(error.fields)[0] ?? error.message) : error?.message;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={`When nobody takes a cause of ${severity} severity`}
        description="Minutes count from the moment it should have been taken. The cause goes to whom the step names, unless a person chose its owner; then it stays and the step is told."
      >
        <form className="grid gap-3" onSubmit={save} noValidate>
          <ol className="grid gap-2">
            {rungs.map(({ key, minutes, owner }, at) => (
              <li key={key} className="flex items-center gap-2">
                <span className="w-4 text-faint tabular-nums">{at + 1}</span>
                <Input
                  aria-label={`Step ${at + 1}: minutes late`}
                  inputMode="numeric"
                  className="w-20 text-right"
                  value={minutes}
                  onChange={(event) => change(key, { minutes: event.target.value })}
                />
                <span className="whitespace-nowrap text-muted-foreground text-xs">min late, to</span>
                <Select
                  aria-label={`Step ${at + 1}: to whom`}
                  value={owner}
                  options={ownerChoices(people)}
                  onChange={(to) => change(key, { owner: to })}
                />
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={`Remove step ${at + 1}`}
                  onClick={() => setRungs(rungs.filter((rung) => rung.key !== key))}
                >
                  <X />
                </Button>
              </li>
            ))}
          </ol>
          {rungs.length === 0 && <p className="text-muted-foreground">No step: a cause that nobody takes stays where it is.</p>}
          <div>
            <Button size="sm" onClick={add} disabled={rungs.length >= most}>
              <Plus /> Add a step
            </Button>
          </div>
          <FormEnd message={message} isSaving={saveLadder.isPending} onCancel={onClose} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
