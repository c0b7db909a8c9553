"use client";

import { Search, X } from "lucide-react";
import { useRef } from "react";

import { useShortcuts } from "@/components/shortcuts/use-shortcuts";

import { cn } from "./cn";
import { Input } from "./input";
import { Kbd } from "./kbd";

type Props = { value: string; onChange: (text: string) => void; label: string; className?: string };

/** The search of one list: `/` goes there, Esc empties it. */
export function SearchInput({ value, onChange, label, className }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts("This list", [{ keys: "/", label, run: () => input.current?.focus() }]);
  return (
    <div className={cn("relative w-64", className)}>
      <Search className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-faint" aria-hidden />
      <Input
        ref={input}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (value) onChange("");
          else event.currentTarget.blur();
        }}
        className="h-7 px-7 text-xs"
      />
      {value ? (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => onChange("")}
          className="absolute top-1/2 right-1.5 -translate-y-1/2 rounded-sm text-faint hover:text-foreground"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      ) : (
        <Kbd keys="/" className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2" />
      )}
    </div>
  );
}
