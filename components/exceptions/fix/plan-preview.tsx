"use client";

import { Send, X } from "lucide-react";

import type { Cause } from "@/components/query/cause-answers";
import { useCauseCommands } from "@/components/query/use-cause-commands";
import type { Plan } from "@/components/query/use-plan";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { sayCount } from "@/components/ui/say-count";
import { Tooltip } from "@/components/ui/tooltip";
import { linksIn, promotionsIn } from "@/lib/domain/mapping/edit";

import { sayRole } from "../owner";
import type { Worker } from "../worker";
import { nounOf, sayPreview, sayRelease } from "./say-release";
import type { Fix } from "./use-fix";
import { VerdictRows } from "./verdict-rows";

type Props = { plan: Plan; cause: Cause; worker: Worker; fix: Fix };

/** What would happen, verdict by verdict, each opening its orders; then the buttons that make it happen. */
export function PlanPreview({ plan, cause, worker, fix }: Props) {
  const { release } = useCauseCommands();
  const { goes, total } = plan.progress;
  const noun = nounOf(plan.edits);
  const words = sayRelease({ goes, edits: plan.edits.length, noun });
  const newcomers = cause.family === "connection" ? 0 : cause.records - total;
  const run = () => release.mutate(plan.id);
  useShortcuts("Fix", [{ keys: "mod+enter", label: words ?? "Release", run }], {
    isActive: worker.may.release && words !== null && !release.isPending,
  });
  return (
    <div className="overflow-hidden rounded-lg border">
      <div className="relative border-b bg-background px-3 py-2 pr-10" role="status">
        <Button variant="ghost" size="icon-sm" aria-label="Leave the preview" className="absolute top-1.5 right-1.5" onClick={fix.clear}>
          <X />
        </Button>
        <p className="font-medium">{sayPreview(plan.progress)}</p>
        <p className="text-muted-foreground text-xs">
          Worked out from the stored orders by the same rule that sends them. Nothing is saved or sent yet, and nothing is ever sent twice.
        </p>
      </div>
      <VerdictRows plan={plan} />
      {newcomers > 0 && (
        <p className="border-t px-3 py-2 text-xs">
          {sayCount(newcomers, "order")} came in since this preview.{" "}
          <Button variant="link" size="inline" className="text-xs" onClick={fix.previewBest}>
            Preview again
          </Button>
        </p>
      )}
      <div className="grid gap-2 border-t bg-background px-3 py-3">
        {release.isError && (
          <p role="alert" className="text-bad">
            {release.error.message}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {words && (
            <Tooltip label="Release" keys="mod+enter">
              <Button
                variant="primary"
                disabled={!worker.may.release}
                isLoading={release.isPending}
                onClick={run}
                aria-keyshortcuts="Control+Enter"
              >
                <Send /> {words}
              </Button>
            </Tooltip>
          )}
          {plan.edits.length > 0 && (
            <Tooltip label={cause.asksFirst ? "Releases nothing" : "What it held is then checked and goes by itself"}>
              <Button variant={words ? "secondary" : "primary"} disabled={!worker.may.map} isLoading={fix.isSaving} onClick={fix.save}>
                Save {noun} only
              </Button>
            </Tooltip>
          )}
        </div>
        {!worker.may.release ? (
          <p className="text-muted-foreground text-xs">
            {sayRole(worker.role)} can prepare and preview a fix; releasing is for Operations, Ecommerce and Admin. Assign it to one of them
            (<Kbd keys="a" />
            ).
          </p>
        ) : (
          words && (
            <p className="text-muted-foreground text-xs">
              {promotionsIn(plan.edits).map(
                ({ promotion }) => promotion && `“${promotion.name}” explains every later order placed in its time too. `,
              )}
              {linksIn(plan.edits).map(
                ({ theirs, ours }) =>
                  `${theirs} becomes ${ours} for ${cause.shopName || cause.connectionName}, for every later order too. `,
              )}
              The earliest promise goes first; you can pause or stop it.
            </p>
          )
        )}
      </div>
    </div>
  );
}
