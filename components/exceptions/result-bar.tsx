"use client";

import { CheckCheck, CircleX, Undo2, X } from "lucide-react";
import { useState } from "react";

import { useNamedCauses } from "@/components/query/use-causes";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tooltip } from "@/components/ui/tooltip";

import { type ActionResult, sayDifference, sayDone, sayFailed, saySkipped } from "./result";

type Props = { result: ActionResult; onOpen: (id: string) => void; onUndo: (() => void) | null; onDismiss: () => void };

/** What became of the last action. Each part opens the causes that it counts. */
export function ResultBar({ result, onOpen, onUndo, onDismiss }: Props) {
  const { done, skipped, failed } = result;
  const difference = sayDifference(result);
  const skippedWords = saySkipped(result);
  const failedWords = sayFailed(result);
  return (
    <div
      role="status"
      className="pointer-events-auto last:mb-3 flex max-w-full flex-wrap items-center gap-x-1 gap-y-0.5 rounded-lg bg-popover p-1.5 pl-3 text-sm shadow-pop motion-safe:animate-pop"
    >
      {failed ? <CircleX className="mr-1 size-4 text-bad" aria-hidden /> : <CheckCheck className="mr-1 size-4 text-good" aria-hidden />}
      {(done.length > 0 || (!failed && skipped.length === 0)) && <CauseSet ids={done} words={sayDone(result)} onOpen={onOpen} />}
      {skippedWords && (
        <CauseSet
          ids={skipped.map(({ id }) => id)}
          whys={new Map(skipped.map(({ id, why }) => [id, why]))}
          words={skippedWords}
          onOpen={onOpen}
        />
      )}
      {failedWords && <CauseSet ids={failed?.ids ?? []} words={failedWords} onOpen={onOpen} tone="text-bad" />}
      {difference && <span className="px-1 text-muted-foreground">{difference}</span>}
      {onUndo && (
        <Tooltip label="Undo" keys="u">
          <Button size="sm" variant="ghost" onClick={onUndo} aria-keyshortcuts="u">
            <Undo2 /> Undo
          </Button>
        </Tooltip>
      )}
      <Button size="icon-sm" variant="ghost" aria-label="Dismiss" onClick={onDismiss}>
        <X />
      </Button>
    </div>
  );
}

type SetProps = { ids: readonly string[]; words: string; onOpen: (id: string) => void; whys?: ReadonlyMap<string, string>; tone?: string };

function CauseSet({ ids, words, onOpen, whys, tone = "" }: SetProps) {
  const [isOpen, setOpen] = useState(false);
  const found = useNamedCauses(ids, isOpen);
  if (ids.length === 0) return <span className={`px-1 ${tone}`}>{words}</span>;
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button size="sm" variant="link" className={`px-1 text-sm ${tone}`}>
          {words}
        </Button>
      </PopoverTrigger>
      <PopoverContent side="top" className="max-h-80 w-[26rem] overflow-y-auto p-1" aria-label={words}>
        {found.isPending && <SkeletonRows count={Math.min(5, ids.length)} />}
        {found.isError && <ErrorState message={found.error.message} onRetry={() => void found.refetch()} className="min-h-32 py-4" />}
        {found.data && ids.length > found.data.causes.length && (
          <p className="px-2 py-1 text-faint text-xs">
            {sayCount(found.data.causes.length)} of {sayCount(ids.length)}
          </p>
        )}
        <ul>
          {found.data?.causes.map((cause) => (
            <li key={cause.id}>
              <button type="button" className="w-full rounded-md px-2 py-1.5 text-left hover:bg-muted" onClick={() => onOpen(cause.id)}>
                <span className="block truncate text-sm">{cause.sentence}</span>
                <span className="block truncate text-faint text-xs">{whys?.get(cause.id) ?? cause.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
