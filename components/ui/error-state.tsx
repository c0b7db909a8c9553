"use client";

import { RotateCw, TriangleAlert } from "lucide-react";

import { Button } from "./button";
import { cn } from "./cn";

type Props = {
  title?: string;
  message: string;
  onRetry?: () => void;
  isRetrying?: boolean;
  reference?: string | undefined;
  className?: string;
};

/** A list that failed to load never looks like an empty one. */
export function ErrorState({ title = "This could not be loaded", message, onRetry, isRetrying = false, reference, className }: Props) {
  return (
    <div
      role="alert"
      className={cn("grid h-full min-h-56 place-content-center justify-items-center gap-1 px-6 py-12 text-center", className)}
    >
      <span className="mb-2 grid size-9 place-items-center rounded-full bg-bad-soft text-bad">
        <TriangleAlert className="size-4" aria-hidden />
      </span>
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="max-w-md text-balance text-muted-foreground">{message}</p>
      {onRetry && (
        <Button className="mt-3" onClick={onRetry} isLoading={isRetrying}>
          <RotateCw /> Try again
        </Button>
      )}
      {reference && <p className="mt-2 text-faint text-xs">Reference {reference}</p>}
    </div>
  );
}
