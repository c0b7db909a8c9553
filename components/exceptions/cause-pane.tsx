"use client";

import { BookOpen, ChevronRight } from "lucide-react";

import { ApiError } from "@/components/query/api";
import type { CauseAction } from "@/components/query/use-cause-commands";
import { useCause } from "@/components/query/use-causes";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

import { CauseEvidence } from "./cause-evidence";
import { CauseFacts } from "./cause-facts";
import { CauseHead } from "./cause-head";
import { CauseHistory } from "./cause-history";
import { FixPanel } from "./fix/fix-panel";
import { StaleNote } from "./stale-note";
import type { Asked } from "./use-cause-actions";
import type { Worker } from "./worker";

/** What the person came for: its part of the pane is gone to at once. */
export type CauseIntent = "fix" | "preview" | "comment";

export type CausePaneProps = {
  id: string;
  worker: Worker;
  intent?: CauseIntent | null;
  onIntentMet?: () => void;
  onTake: () => void;
  onAsk: (what: Asked) => void;
  onRun: (action: CauseAction) => void;
  onOpen: (id: string) => void;
  onClose?: () => void;
  isInPane?: boolean;
};

/** One cause: what is wrong, what it costs, how to fix it, what it holds and what happened so far. */
export function CausePane(props: CausePaneProps) {
  const { id, worker, intent = null, onIntentMet, onAsk, onRun, onOpen } = props;
  const { data, error, refetch, isFetching } = useCause(id);
  if (!data && error) {
    const isGone = error instanceof ApiError && error.code === "not-found";
    return (
      <ErrorState
        title={isGone ? "This cause does not exist" : "The cause could not be loaded"}
        message={error.message}
        {...(!isGone && { onRetry: () => void refetch(), isRetrying: isFetching })}
      />
    );
  }
  if (!data) return <Loading />;
  const { cause } = data;
  return (
    <article aria-labelledby="cause-says" className="@container/cause">
      {error && <StaleNote at={null} message={`${error.message} What is shown may be out of date.`} onRetry={() => void refetch()} />}
      <CauseHead {...props} cause={cause} />
      <div className="grid gap-6 px-5 pb-8 @min-[880px]/cause:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <div className="grid content-start gap-6 @min-[880px]/cause:order-2">
          <CauseFacts cause={cause} overlaps={data.overlaps} onOpen={onOpen} />
          <FixPanel
            detail={data}
            worker={worker}
            intent={intent === "comment" ? null : intent}
            onIntentMet={onIntentMet}
            onAsk={onAsk}
            onRun={onRun}
          />
        </div>
        <div className="grid content-start gap-6">
          <CauseEvidence detail={data} onOpen={onOpen} />
          <CauseHistory
            detail={data}
            mayComment={worker.may.work}
            isWanted={intent === "comment"}
            onIntentMet={onIntentMet}
            onRun={onRun}
          />
          {cause.playbook.length > 0 && <Playbook steps={cause.playbook} />}
        </div>
      </div>
    </article>
  );
}

function Playbook({ steps }: { steps: readonly string[] }) {
  return (
    <details className="group rounded-lg border">
      <summary className="flex list-none items-center gap-2 rounded-lg px-3 py-2 font-medium text-sm hover:bg-hover">
        <BookOpen className="size-3.5 text-faint" aria-hidden /> How we handle this, step by step
        <ChevronRight className="ml-auto size-3.5 text-faint transition-transform group-open:rotate-90" aria-hidden />
      </summary>
      <ol className="grid list-decimal gap-1.5 px-3 pt-1 pb-3 pl-9 text-muted-foreground">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

const Loading = () => (
  <div role="status" aria-label="Loading the cause" className="grid gap-4 p-5">
    <Skeleton className="w-40" />
    <Skeleton className="h-6 w-4/5" />
    <Skeleton className="w-3/5" />
    <SkeletonRows count={6} label="Loading what it holds" />
  </div>
);
