"use client";

import { Pencil, Sparkles, Undo2 } from "lucide-react";

import type { Suggestion } from "@/components/query/cause-answers";
import type { SkuMapping } from "@/components/query/mapping-answers";
import { Button } from "@/components/ui/button";

import { type Draft, isGap } from "../drafts";
import { SkuCode } from "../sku-code";

type Props = {
  row: SkuMapping;
  draft: Draft | undefined;
  suggestion: Suggestion | undefined;
  mayEdit: boolean;
  onEdit: () => void;
  onAccept: () => void;
  onRevert: () => void;
};

/** What a web product is at the till: as saved, as about to be saved, or what it may be. */
export function TillCell({ row, draft, suggestion, mayEdit, onEdit, onAccept, onRevert }: Props) {
  const act = (run: () => void) => (event: React.MouseEvent) => {
    event.stopPropagation();
    run();
  };
  if (draft) return <Changed draft={draft} onRevert={act(onRevert)} onEdit={act(onEdit)} />;
  return (
    <span className="group/till flex min-w-0 items-center gap-1.5">
      <button
        type="button"
        tabIndex={-1}
        disabled={!mayEdit}
        onClick={act(onEdit)}
        className="min-w-0 flex-1 rounded-sm text-left leading-4.5 disabled:cursor-default"
      >
        <span className="sr-only">{`${mayEdit ? "Change what" : "What"} ${row.theirs} is at the till: `}</span>
        {isGap(row) ? (
          <Gap row={row} suggestion={suggestion} mayEdit={mayEdit} />
        ) : (
          <Known sku={row.ours ?? ""} title={row.oursTitle ?? ""} />
        )}
      </button>
      {isGap(row) && suggestion && mayEdit ? (
        <Button size="sm" tabIndex={-1} onClick={act(onAccept)} aria-label={`Use ${suggestion.sku} for ${row.theirs}`}>
          Use
        </Button>
      ) : (
        mayEdit && <Pencil className="size-3.5 shrink-0 text-faint opacity-0 group-hover/row:opacity-100" aria-hidden />
      )}
    </span>
  );
}

function Known({ sku, title }: { sku: string; title: string }) {
  return (
    <>
      <SkuCode code={sku} className="block truncate" />
      <span className="block truncate text-faint text-xs">{title}</span>
    </>
  );
}

function Gap({ row, suggestion, mayEdit }: Pick<Props, "row" | "suggestion" | "mayEdit">) {
  if (suggestion) {
    return (
      <>
        <span className="flex min-w-0 items-center gap-1.5 text-muted-foreground">
          <Sparkles className="size-3.5 shrink-0 text-info" aria-hidden />
          <span className="truncate">
            <SkuCode code={suggestion.sku} /> <span className="text-xs">{suggestion.title}</span>
          </span>
        </span>
        <span className="block truncate text-faint text-xs">{suggestion.reasons.join(" · ")}</span>
      </>
    );
  }
  return (
    <>
      <span className="block truncate text-muted-foreground">{mayEdit ? "Choose a product of the till" : "No product of the till"}</span>
      {row.state === "broken" && (
        <span className="block truncate text-bad text-xs">
          <SkuCode code={row.ours ?? ""} /> is not there any more
        </span>
      )}
    </>
  );
}

function Changed({ draft, onRevert, onEdit }: { draft: Draft; onRevert: React.MouseEventHandler; onEdit: React.MouseEventHandler }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <button type="button" tabIndex={-1} onClick={onEdit} className="min-w-0 flex-1 rounded-sm text-left leading-4.5">
        <span className="sr-only">{`Change what ${draft.theirs} is at the till: `}</span>
        <span className="flex min-w-0 items-baseline gap-1.5">
          {draft.ours === null ? (
            <span className="truncate font-medium">No mapping</span>
          ) : (
            <SkuCode code={draft.ours} className="shrink-0 font-semibold" />
          )}
          <span className="truncate text-faint text-xs">{draft.oursName}</span>
        </span>
        <span className="block truncate text-faint text-xs">{draft.was === null ? "was not mapped" : `was ${draft.was}`}</span>
      </button>
      <Button variant="ghost" size="icon-sm" tabIndex={-1} aria-label={`Take back the change of ${draft.theirs}`} onClick={onRevert}>
        <Undo2 />
      </Button>
    </span>
  );
}
