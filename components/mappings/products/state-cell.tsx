"use client";

import { ArrowLeftRight, CircleDashed, Equal, Link2Off, type LucideIcon, Split, Unlink } from "lucide-react";

import type { SkuMapping } from "@/components/query/mapping-answers";
import { cn } from "@/components/ui/cn";

import { useSheet } from "./sheet-context";

type Look = { label: string; icon: LucideIcon; ink: string };

const looks: Record<SkuMapping["state"], Look> = {
  "same-code": { label: "Same code", icon: Equal, ink: "text-faint" },
  mapped: { label: "Mapped", icon: ArrowLeftRight, ink: "text-good" },
  gap: { label: "Not at the till", icon: Unlink, ink: "text-warn" },
  broken: { label: "Points at nothing", icon: Link2Off, ink: "text-bad" },
};
const draft: Look = { label: "Not saved yet", icon: CircleDashed, ink: "text-info" };

/** Where a web product stands, as icon and words; what makes it unusual below. */
export function StateCell({ row }: { row: SkuMapping }) {
  const isDraft = useSheet().drafts.has(row.theirs);
  const { label, icon: Icon, ink } = isDraft ? draft : looks[row.state];
  const note = isDraft ? null : !row.isSold ? "switched off at the till" : row.sharing > 1 ? `shared by ${row.sharing}` : null;
  return (
    <span className="block leading-4.5">
      <span className="flex items-center gap-1.5">
        <Icon className={cn("size-3.5 shrink-0", ink)} aria-hidden />
        <span className="truncate">{label}</span>
      </span>
      {note && (
        <span className="flex items-center gap-1 text-warn text-xs">
          <Split className="size-3 shrink-0" aria-hidden />
          <span className="truncate">{note}</span>
        </span>
      )}
    </span>
  );
}
