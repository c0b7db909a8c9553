"use client";

import { ListPlus } from "lucide-react";
import { useState } from "react";

import { StaleNote } from "@/components/exceptions/stale-note";
import { type Ownership, type Rule, useOwnership, useOwnershipCommands } from "@/components/query/use-ownership";
import { PageHeader } from "@/components/shell/page-header";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";
import { ScopeLine } from "@/components/ui/scope-line";
import { toast } from "@/components/ui/toaster";

import { GapReport } from "./gap-report";
import { LadderCard } from "./ladder-card";
import { ReachDialog } from "./reach-dialog";
import { RuleDialog } from "./rule-dialog";
import { RuleList } from "./rule-list";
import { TestBox } from "./test-box";

/** Who owns what goes wrong, who is called when they do not answer, and where nobody would be. */
export function OwnershipPage({ first }: { first: Ownership }) {
  const { data, error, refetch } = useOwnership(first);
  const { apply } = useOwnershipCommands();
  const [edited, edit] = useState<Rule | "new" | null>(null);
  const [reach, showReach] = useState<{ rule: string; title: string } | null>(null);
  const { rules, gaps, moving } = data;
  const missing = gaps.kinds.length + gaps.rules.length + gaps.steps.length + gaps.stores.length;
  useShortcuts("Ownership", [{ keys: "n", label: "Add a rule", run: () => edit("new") }]);
  const handOver = () =>
    apply.mutate(undefined, {
      onSuccess: ({ moved }) => toast.success(`${sayCount(moved, "open cause")} handed over.`),
      onError: (cause) => toast.error(cause.message),
    });

  return (
    <>
      <PageHeader
        title="Ownership"
        actions={
          <Button size="sm" variant="primary" onClick={() => edit("new")} aria-keyshortcuts="n">
            <ListPlus /> Add a rule
          </Button>
        }
      >
        <ScopeLine
          count={rules.length}
          noun={rules.length === 1 ? "rule" : "rules"}
          parts={[missing > 0 ? sayCount(missing, "gap") : "no gaps"]}
        />
      </PageHeader>
      {error && <StaleNote at={data.asOf} message={error.message} onRetry={() => void refetch()} />}
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-4">
          <GapReport data={data} />
          {moving > 0 && (
            <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border bg-info-soft px-4 py-2.5">
              <p>{sayCount(moving, "open cause")} would go to somebody else by these rules. What a person took or assigned stays.</p>
              <Button size="sm" onClick={handOver} isLoading={apply.isPending}>
                Hand {moving === 1 ? "it" : "them"} over now
              </Button>
            </div>
          )}
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <RuleList data={data} onAdd={() => edit("new")} onEdit={edit} onReach={(rule, title) => showReach({ rule, title })} />
              <LadderCard data={data} />
            </div>
            <TestBox data={data} />
          </div>
        </div>
      </div>
      {edited && <RuleDialog rule={edited === "new" ? null : edited} data={data} onClose={() => edit(null)} />}
      {reach && (
        <ReachDialog
          {...reach}
          count={reach.rule === "" ? data.unruled : (rules.find(({ id }) => id === reach.rule)?.recent ?? 0)}
          onClose={() => showReach(null)}
        />
      )}
    </>
  );
}
