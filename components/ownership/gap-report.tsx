import { CircleCheck, TriangleAlert } from "lucide-react";

import { sayRole } from "@/components/exceptions/owner";
import type { Ownership } from "@/components/query/use-ownership";
import { Card } from "@/components/ui/card";

import { sayList } from "./say-list";

/** Where something could go wrong and nobody would own it. */
export function GapReport({ data: { gaps, rules, places } }: { data: Ownership }) {
  const placeName = new Map(places.map(({ place, name }) => [place, name]));
  const byRole = [...Map.groupBy(gaps.kinds, ({ role }) => role)];
  const lines = [
    ...byRole.map(([role, kinds]) => ({
      key: `kinds-${role}`,
      title: `Nobody who can sign in is in ${sayRole(role)}, and these go there`,
      detail: sayList(kinds.map(({ title }) => title)),
      fix: "Add a person with this role, or a rule that sends these to somebody.",
    })),
    ...gaps.rules.map(({ id, ownerName, ownerRole }) => ({
      key: id,
      title: `Rule ${rules.findIndex((rule) => rule.id === id) + 1} is passed over`,
      detail: ownerName ? `${ownerName} is disabled.` : `Nobody who can sign in is in ${sayRole(ownerRole)}.`,
      fix: "Send it to somebody else, or turn it off.",
    })),
    ...gaps.steps.map(({ severity, step, ownerName, ownerRole }) => ({
      key: `${severity}${step}`,
      title: `Step ${step} for ${severity} severity leads to nobody`,
      detail: ownerName ? `${ownerName} cannot act any more.` : `Nobody who can sign in is in ${sayRole(ownerRole)}.`,
      fix: "Change the step under Escalation.",
    })),
    ...(gaps.stores.length > 0
      ? [
          {
            key: "stores",
            title: `No rule names ${gaps.stores.length === 1 ? "this store" : "these stores"}, though people work there`,
            detail: gaps.stores
              .map(({ place, people }) => `${placeName.get(place) ?? "A store that is gone"} (${people.join(", ")})`)
              .join(", "),
            fix: "Its causes go to the role of their kind. Add a rule for the store if somebody looks after it.",
          },
        ]
      : []),
  ];
  if (lines.length === 0) {
    return (
      <p className="flex items-center gap-2 text-muted-foreground">
        <CircleCheck className="size-4 shrink-0 text-good" aria-hidden /> No gaps: every kind, rule, step and store leads to somebody who is
        here.
      </p>
    );
  }
  return (
    <Card aria-label="Gaps" className="border-warn/40">
      <ul className="divide-y">
        {lines.map(({ key, title, detail, fix }) => (
          <li key={key} className="flex gap-2.5 px-4 py-2.5">
            <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden />
            <div className="min-w-0">
              <p className="font-medium">{title}</p>
              <p className="text-muted-foreground">{detail}</p>
              <p className="text-faint text-xs">{fix}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
