"use client";

import { Label } from "radix-ui";
import { useId } from "react";

import { cn } from "./cn";

type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  className?: string;
  children: (control: Control) => React.ReactNode;
};

/** A label, its control, and what is wrong with it, tied together for screen readers. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  const note = error ?? hint;
  const control: Control = { id, ...(note && { "aria-describedby": `${id}-note` }), ...(error && { "aria-invalid": true }) };
  return (
    <div className={cn("grid gap-1.5", className)}>
      <Label.Root htmlFor={id} className="font-medium text-sm">
        {label}
      </Label.Root>
      {children(control)}
      {note && (
        <p id={`${id}-note`} className={cn("text-xs", error ? "text-bad" : "text-faint")}>
          {note}
        </p>
      )}
    </div>
  );
}
