"use client";

import { useEffect, useRef } from "react";
import type { CauseDetail } from "@/components/query/cause-answers";
import type { CauseAction } from "@/components/query/use-cause-commands";
import { usePlan } from "@/components/query/use-plan";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

import type { CauseIntent } from "../cause-pane";
import { SectionTitle } from "../section-title";
import type { Asked } from "../use-cause-actions";
import type { Worker } from "../worker";
import { ChooseFix } from "./choose-fix";
import { PlanPanel } from "./plan-panel";
import { ReleaseList } from "./release-list";
import { SavedNote } from "./saved-note";
import { useFix } from "./use-fix";

type Props = {
  detail: CauseDetail;
  worker: Worker;
  intent: Exclude<CauseIntent, "comment"> | null;
  onIntentMet: (() => void) | undefined;
  onAsk: (what: Asked) => void;
  onRun: (action: CauseAction) => void;
};

/** Choose a fix, see what it would do, release. What runs already, by whomever, is shown instead. */
export function FixPanel({ detail, worker, intent, onIntentMet, onAsk }: Props) {
  const { cause, plans } = detail;
  const frame = useRef<HTMLElement>(null);
  const fix = useFix(detail);
  const moving = plans.find(({ state }) => state === "running" || state === "paused");
  const planId = moving?.id ?? fix.planId;
  const isOver = cause.state === "resolved";
  const tried = usePlan(fix.planId).data;
  const isStarted = tried !== undefined && tried.state !== "previewed";

  const goToFix = () => {
    frame.current?.scrollIntoView({ block: "nearest" });
    (frame.current?.querySelector<HTMLElement>("[data-first-choice]") ?? frame.current?.querySelector<HTMLElement>("button"))?.focus();
  };
  const preview = () => {
    goToFix();
    if (!planId) fix.previewBest();
  };
  useEffect(() => {
    if (intent === null) return;
    if (intent === "preview") preview();
    else goToFix();
    onIntentMet?.();
  });
  useShortcuts("Fix", [
    { keys: "m", label: "Map: go to the fix", run: goToFix },
    { keys: "p", label: "Preview the fix", run: preview },
  ]);

  if (isOver && !planId) return <ReleaseList plans={plans} />;
  return (
    <section ref={frame} aria-label="Fix" className="scroll-mt-4">
      <SectionTitle title={moving ? "Release" : "Fix"}>
        {cause.probe && worker.may.work && !isOver && (
          <Tooltip label="Ask now whether it is gone; if it is, what it held goes by itself">
            <Button size="sm" variant="ghost" isLoading={fix.isProbing} onClick={fix.probeNow}>
              Check now
            </Button>
          </Tooltip>
        )}
      </SectionTitle>
      {fix.hasProbed && (
        <p role="status" className="mb-2 text-muted-foreground text-xs">
          Being checked. If it is gone, this page shows it within seconds.
        </p>
      )}
      <div className="grid gap-3">
        {!moving && !isOver && !isStarted && <ChooseFix detail={detail} worker={worker} fix={fix} onAsk={onAsk} />}
        {fix.saved && <SavedNote fix={fix} asksFirst={cause.asksFirst} />}
        {fix.error && <Alert>{fix.error}</Alert>}
        {planId && <PlanPanel key={planId} planId={planId} detail={detail} worker={worker} fix={fix} />}
      </div>
      <ReleaseList plans={plans.filter(({ id, state }) => id !== planId && state !== "previewed")} />
    </section>
  );
}
