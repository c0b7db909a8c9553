"use client";

import { ListOrdered } from "lucide-react";

import type { Ownership, Rule } from "@/components/query/use-ownership";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { sayCount } from "@/components/ui/say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { sayRule } from "@/lib/domain/ownership/say-rule";

import { namesOf } from "./rule-names";
import { RuleRow } from "./rule-row";
import { useRuleActions } from "./use-rule-actions";

type Props = { data: Ownership; onAdd: () => void; onEdit: (rule: Rule) => void; onReach: (rule: string, title: string) => void };

/** The rules in the order in which they count. */
export function RuleList({ data, onAdd, onEdit, onReach }: Props) {
  const { rules, unruled } = data;
  const names = namesOf(data);
  const { move, turn, remove } = useRuleActions(rules);
  return (
    <Card>
      <CardHeader title="Rules" hint="The first that matches decides. Alt with the arrow keys moves the rule that has the focus." />
      {rules.length === 0 ? (
        <EmptyState
          icon={ListOrdered}
          title="No rules yet"
          action={
            <Button variant="primary" size="sm" onClick={onAdd}>
              Add a rule
            </Button>
          }
        >
          Each kind of cause goes to the role that usually handles it. A rule sends some of them to a person or another role: by kind, shop,
          store or amount.
        </EmptyState>
      ) : (
        <Table label="Ownership rules" className="min-w-160">
          <Thead>
            <tr>
              <Th>
                <span className="sr-only">Order</span>
              </Th>
              <Th>What</Th>
              <Th>Goes to</Th>
              <Th isNumber>Open now</Th>
              <Th isNumber>Last 30 days</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </Thead>
          <Tbody>
            {rules.map((rule, at) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                at={at}
                count={rules.length}
                said={sayRule(rule, names)}
                onMove={(to) => move(rule.id, to)}
                onEdit={() => onEdit(rule)}
                onSwitch={() => turn(rule)}
                onRemove={() => remove(rule)}
                onReach={() => onReach(rule.id, sayRule(rule, names))}
              />
            ))}
            <Tr>
              <Td />
              <Td className="text-muted-foreground">Everything else</Td>
              <Td className="whitespace-nowrap text-muted-foreground">The role of its kind</Td>
              <Td />
              <Td isNumber>
                <button
                  type="button"
                  aria-label={`${sayCount(unruled)} causes of the last 30 days that no rule wants`}
                  onClick={() => onReach("", "Everything else")}
                  className="rounded-sm tabular-nums underline-offset-3 hover:text-link hover:underline"
                >
                  {sayCount(unruled)}
                </button>
              </Td>
              <Td />
            </Tr>
          </Tbody>
        </Table>
      )}
    </Card>
  );
}
