"use client";

import { Check, Copy, ExternalLink } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { cn } from "./cn";

type Props = {
  id: string;
  label?: string /** The record at Sitoo or in the shop's admin. */;
  href?: string | undefined;
  shown?: string;
  className?: string;
};

export function CopyableId({ id, label = "id", href, shown = id, className }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      setCopied(true);
    } catch {
      toast.error("The browser did not allow copying.");
    }
  };
  return (
    <span className={cn("group/id inline-flex max-w-full items-center gap-1 align-middle", className)}>
      <button
        type="button"
        onClick={copy}
        onBlur={() => setCopied(false)}
        aria-label={`Copy ${label} ${id}`}
        className="inline-flex min-h-6 min-w-6 items-center gap-1 rounded-sm hover:text-link touch:min-h-11"
      >
        <span className="truncate font-mono text-xs">{shown}</span>
        {isCopied ? (
          <Check className="size-3 shrink-0 text-good" aria-hidden />
        ) : (
          <Copy className="size-3 shrink-0 text-faint opacity-0 group-focus-within/id:opacity-100 group-hover/id:opacity-100" aria-hidden />
        )}
      </button>
      {href && (
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open ${label} ${id} in a new tab`}
          className="grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-link"
        >
          <ExternalLink className="size-3" aria-hidden />
        </a>
      )}
      <span role="status" className="sr-only">
        {isCopied ? "Copied" : ""}
      </span>
    </span>
  );
}
