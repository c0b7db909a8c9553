"use client";

import { useState } from "react";

import type { Plan } from "@/components/query/use-plan";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

import { PlanLines } from "./plan-lines";

/** What became of each order against what was foreseen. */
export function OutcomeTabs({ plan, isLive }: { plan: Plan; isLive: boolean }) {
  const { total, ended, asForeseen, differs } = plan.progress;
  const [shown, show] = useState("");
  const tabs = [
    { value: "differs", label: "Differs", count: differs },
    { value: "as-foreseen", label: "As foreseen", count: asForeseen },
    { value: "open", label: plan.state === "aborted" ? "Not released" : "Under way", count: total - ended },
  ].filter(({ count }) => count > 0);
  const chosen = tabs.some(({ value }) => value === shown) ? shown : (tabs[0]?.value ?? "");
  if (tabs.length === 0) return null;
  return (
    <Tabs value={chosen} onValueChange={show} className="border-t">
      <TabsList className="px-3" aria-label="Outcome">
        {tabs.map(({ value, label, count }) => (
          <TabsTrigger key={value} value={value} count={count}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={chosen} className="[&>section]:border-t-0">
        <PlanLines key={chosen} planId={plan.id} choice={{ outcome: chosen }} isLive={isLive} withOutcome />
      </TabsContent>
    </Tabs>
  );
}
