"use client";

import { useState } from "react";

import { Owner } from "@/components/exceptions/owner";
import type { Ownership } from "@/components/query/use-ownership";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { chooseOwner, isMet } from "@/lib/domain/ownership/choose-owner";
import { sayRule } from "@/lib/domain/ownership/say-rule";

import { ConditionFields, type Typed } from "./condition-fields";
import { readAmount } from "./read-amount";
import { namesOf } from "./rule-names";

/** Tries a cause against the rules as they are; the same rule decides that decides when one opens. */
export function TestBox({ data }: { data: Ownership }) {
  const [typed, type] = useState<Typed>({
    about: "kind:sku-unknown",
    shopId: null,
    place: "",
    amount: "",
    currency: data.shops[0]?.currency ?? "",
  });
  const amount = readAmount(typed.amount, typed.currency);
  const facts = {
    kind: typed.about.slice(5),
    shopId: typed.shopId ?? "",
    place: typed.place,
    amount: amount ?? 0,
    currency: typed.currency,
  };
  const { ruleId, ownerRole } = chooseOwner(facts, data.rules);
  const at = data.rules.findIndex(({ id }) => id === ruleId);
  const rule = data.rules[at];
  const passed = data.rules.filter((one, index) => (at === -1 || index < at) && isMet(one, facts));
  return (
    <Card className="self-start">
      <CardHeader title="Who would own this?" />
      <CardBody className="grid gap-3">
        <ConditionFields value={typed} onChange={(change) => type({ ...typed, ...change })} data={data} isTest />
        <div aria-live="polite" className="grid gap-1 rounded-md bg-muted px-3 py-2.5">
          {amount === null ? (
            <p className="text-bad">Give an amount such as 500 or 499.95.</p>
          ) : (
            <>
              <Owner name={rule?.ownerName ?? null} role={ownerRole} className="font-medium" />
              <p className="text-muted-foreground text-xs">
                {rule ? `By rule ${at + 1}: ${sayRule(rule, namesOf(data))}` : "No rule wants it, so it is for the role of its kind."}
              </p>
              {passed.map((one) => (
                <p key={one.id} className="text-warn text-xs">
                  Rule {data.rules.indexOf(one) + 1} would match, but {one.isOn ? "nobody is there" : "it is off"}.
                </p>
              ))}
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
