"use client";

import { useSyncExternalStore } from "react";

import { cn } from "./cn";

const subscribe = () => () => undefined;
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

const glyphs: Readonly<Record<string, string>> = { shift: "⇧", enter: "↵", escape: "Esc", arrowdown: "↓", arrowup: "↑", space: "Space" };

/** "mod+k" → ⌘ K or Ctrl K; "g i" → g then i. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const isMac = useSyncExternalStore(subscribe, isApple, () => false);
  const show = (key: string) => (key === "mod" ? (isMac ? "⌘" : "Ctrl") : (glyphs[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
  return (
    <span className={cn("inline-flex items-center gap-0.5", className)}>
      {keys.split(/[ +](?=.)/).map((key, at) => (
        <kbd
          key={`${key}${at}`}
          className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-border-strong bg-background px-1 font-sans text-2xs text-muted-foreground leading-none"
        >
          {show(key)}
        </kbd>
      ))}
    </span>
  );
}
