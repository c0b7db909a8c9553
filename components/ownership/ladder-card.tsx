"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";

import { Owner } from "@/components/exceptions/owner";
import type { Ownership, Step } from "@/components/query/use-ownership";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { Severity } from "@/lib/domain/exceptions/kind";
import { kinds } from "@/lib/domain/exceptions/kinds";
import { sayDuration } from "@/lib/domain/say-duration";

import { LadderDialog } from "./ladder-dialog";

const severities: readonly { id: Severity; label: string }[] = [
  { id: "high", label: "High" },
  { id: "medium", label: "Medium" },
  { id: "low", label: "Low" },
];
const minute = 60_000;

/** How long somebody may take: it depends on the kind. */
function sayRespond(severity: Severity): string {
  const minutes = Object.values(kinds)
    .filter((kind) => kind.severity === severity)
    .map(({ owner }) => owner.respondWithinMinutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return least === most ? sayDuration(least * minute) : `${sayDuration(least * minute)} to ${sayDuration(most * minute)}`;
}

/** Who is called when nobody takes a cause in time. */
export function LadderCard({ data }: { data: Ownership }) {
  const [edited, edit] = useState<Severity | null>(null);
  return (
    <Card>
      <CardHeader title="Escalation" hint="Taking, snoozing or closing a cause stops it." />
      <ul className="divide-y">
        {severities.map(({ id, label }) => {
          const steps = data.steps.filter(({ severity }) => severity === id);
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="w-44 shrink-0">
                <p className="font-medium">{label}</p>
                <p className="text-faint text-xs">to be taken within {sayRespond(id)}, by kind</p>
              </div>
              <ol className="flex min-w-64 flex-1 flex-wrap items-center gap-x-2 gap-y-1.5">
                <li className="text-muted-foreground">Its owner</li>
                {steps.map((step) => (
                  <Rung key={step.step} step={step} />
                ))}
                {steps.length === 0 && <li className="text-faint">and nobody after that</li>}
              </ol>
              <Button size="sm" onClick={() => edit(id)} aria-label={`Change the steps for ${label} severity`}>
                Change…
              </Button>
            </li>
          );
        })}
      </ul>
      {edited && (
        <LadderDialog
          severity={edited}
          steps={data.steps.filter(({ severity }) => severity === edited)}
          people={data.people}
          onClose={() => edit(null)}
        />
      )}
    </Card>
  );
}

const Rung = ({ step: { afterMinutes, ownerName, ownerRole } }: { step: Step }) => (
  <li className="flex items-center gap-2">
    <ChevronRight className="size-3.5 text-faint" aria-hidden />
    <span className="flex items-center gap-2 rounded-full border px-2.5 py-1">
      <span className="text-muted-foreground text-xs">
        {afterMinutes === 0 ? "at once when late" : `${sayDuration(afterMinutes * minute)} late`}
      </span>
      <Owner name={ownerName} role={ownerRole} className="text-xs" />
    </span>
  </li>
);
