"use client";

import { X } from "lucide-react";

import { Button } from "../button";
import { sayCount } from "../say-count";
import { Tooltip } from "../tooltip";
import { countSelected, everything, nothing, type Selection } from "./selection";

type Props = {
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** How many match the filter; null while unknown. */
  matching: number | null;
  loaded: number;
  /** "cause", "mapping" … and what they are, in words: "open causes". */
  scope: string;
  children: React.ReactNode;
};

/** What is selected, said exactly, and what can be done with it. Offers everything that matches, not just what is loaded. */
export function SelectionBar({ selection, onSelect, matching, loaded, scope, children }: Props) {
  const count = countSelected(selection, matching);
  if (count === 0) return null;
  const mayWiden =
    selection.of === "keys" && matching !== null && matching > selection.keys.size && selection.keys.size >= Math.min(loaded, matching);
  return (
    <div role="toolbar" aria-label="Selected" className="pointer-events-none sticky bottom-0 z-20 flex justify-center p-3">
      <div className="pointer-events-auto flex max-w-full flex-wrap items-center gap-1.5 rounded-lg bg-popover p-1.5 pl-3 shadow-pop motion-safe:animate-pop">
        <span aria-live="polite" className="mr-1 whitespace-nowrap text-sm">
          <span className="font-semibold tabular-nums">{count === null ? "All" : sayCount(count)}</span>{" "}
          {selection.of === "all"
            ? `selected: ${selection.except.size === 0 ? "all" : "all but " + sayCount(selection.except.size)} ${scope}`
            : "selected"}
        </span>
        {mayWiden && (
          <Button variant="link" size="inline" className="mr-1 text-sm" onClick={() => onSelect(everything)}>
            Select all {sayCount(matching)} {scope}
          </Button>
        )}
        {children}
        <Tooltip label="Select nothing" keys="escape">
          <Button variant="ghost" size="icon-sm" aria-label="Select nothing" onClick={() => onSelect(nothing)}>
            <X />
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}
