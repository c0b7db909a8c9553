"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";

import { cn } from "./cn";

export function Checkbox({ className, checked, ...props }: React.ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      checked={checked ?? false}
      className={cn(
        "relative grid size-4 shrink-0 place-items-center rounded-sm border border-faint bg-card text-primary-foreground after:absolute after:-inset-2 data-[state=checked]:border-primary data-[state=indeterminate]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:bg-primary disabled:opacity-50 touch:size-6",
        className,
      )}
      {...props}
    >
      <Radix.Indicator>
        {checked === "indeterminate" ? (
          <Minus className="size-3" strokeWidth={3} aria-hidden />
        ) : (
          <Check className="size-3" strokeWidth={3} aria-hidden />
        )}
      </Radix.Indicator>
    </Radix.Root>
  );
}
