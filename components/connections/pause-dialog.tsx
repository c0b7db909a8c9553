"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";

type Props = {
  name: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPause: (reason: string) => void;
  isLoading: boolean;
  error: string | undefined;
};

/** Pausing needs a reason: whoever finds it paused reads it. */
export function PauseDialog({ name, isOpen, onOpenChange, onPause, isLoading, error }: Props) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Pause ${name}`}
        description="Nothing is sent to it or asked of it until somebody resumes it. What it tells us is kept and worked on afterwards."
      >
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            onPause(String(new FormData(event.currentTarget).get("reason")));
          }}
        >
          <Field label="Why" hint="For whoever finds it paused." error={error}>
            {(control) => <Textarea {...control} name="reason" required minLength={3} maxLength={500} autoFocus />}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button type="submit" variant="primary" isLoading={isLoading}>
              Pause
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
