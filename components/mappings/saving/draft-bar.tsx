"use client";

import { useEffect } from "react";

import { ShortcutButton } from "@/components/shortcuts/shortcut-button";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";
import type { LinkKind } from "@/lib/domain/mapping/link";

import { noDrafts, withoutDrafts } from "../drafts";
import { useDrafts, useSaving } from "./saving-context";

type Props = {
  kind: LinkKind;
  noun: string;
  /** Why it cannot be saved as it stands. */
  obstacle?: string | null;
};

/** What is not saved yet stays in sight, and leaving the page asks first. */
export function DraftBar({ kind, noun, obstacle = null }: Props) {
  const [drafts, setDrafts] = useDrafts(kind);
  const { review } = useSaving();
  const count = drafts.size;
  const ask = () =>
    review({
      title: `Save ${sayCount(count, "mapping")}`,
      drafts: [...drafts.values()],
      onSaved: (saved) =>
        setDrafts((now) =>
          withoutDrafts(
            now,
            saved.map(({ theirs }) => theirs),
          ),
        ),
    });
  useLeaveGuard(count > 0);
  if (count === 0) return null;
  return (
    <div role="toolbar" aria-label="Not saved yet" className="pointer-events-none flex justify-center p-3">
      <div className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-lg bg-popover p-1.5 pl-3 shadow-pop motion-safe:animate-pop">
        <span aria-live="polite" className="text-sm">
          <span className="font-semibold tabular-nums">{sayCount(count, noun)}</span> changed, not saved yet
        </span>
        {obstacle && <span className="text-bad text-xs">{obstacle}</span>}
        <Button variant="ghost" size="sm" onClick={() => setDrafts(() => noDrafts)}>
          Discard
        </Button>
        <ShortcutButton
          keys="mod+s"
          group="Mappings"
          label="See what it does, and save"
          variant="primary"
          size="sm"
          disabled={obstacle !== null}
          onRun={ask}
        >
          Review and save
        </ShortcutButton>
      </div>
    </div>
  );
}

function useLeaveGuard(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [isActive]);
}
