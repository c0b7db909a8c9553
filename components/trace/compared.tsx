"use client";

import { ArrowLeftRight, Equal, EqualNot, Minus, Scale } from "lucide-react";
import { useState } from "react";

import type { ToldGroup } from "@/components/query/order-answers";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";

import { ExactTime } from "./exact-time";

type Field = ToldGroup["fields"][number];
type Props = { groups: readonly ToldGroup[]; shopName: string; posName: string; readBackAt: Date | null; isByHand: boolean };

const verdicts = {
  equal: { icon: Equal, label: "equal", look: "text-faint" },
  mapped: { icon: ArrowLeftRight, label: "mapped", look: "text-muted-foreground" },
  rounding: { icon: Scale, label: "rounding", look: "text-muted-foreground" },
  differs: { icon: EqualNot, label: "differs", look: "font-medium text-bad" },
  absent: { icon: Minus, label: "not sent", look: "font-medium text-bad" },
} as const;
const isWrong = ({ verdict }: Field) => verdict === "differs" || verdict === "absent";
const mostShown = 12;

/** What the shop says, what was sent, what the till holds: field by field. */
export function Compared({ groups, shopName, posName, readBackAt, isByHand }: Props) {
  const fields = groups.flatMap((group) => group.fields);
  const wrong = fields.filter(isWrong).length;
  const mapped = fields.filter(({ verdict }) => verdict === "mapped" || verdict === "rounding").length;
  const [isNarrowed, setNarrowed] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const chosen = isNarrowed
    ? groups
        .map((group) => ({ ...group, fields: group.fields.filter(({ verdict }) => verdict !== "equal") }))
        .filter((group) => group.fields.length > 0)
    : groups;
  const shown = isWhole ? chosen : chosen.slice(0, mostShown);
  const said =
    wrong > 0 ? `${sayCount(wrong)} of ${sayCount(fields.length, "field")} differ` : `All ${sayCount(fields.length, "field")} agree`;

  return (
    <Card>
      <CardHeader
        title="Shop and till, field by field"
        hint={
          <span className={cn(wrong > 0 ? "font-medium text-bad" : "text-good")}>
            {said}
            {mapped > 0 && <span className="font-normal text-faint">, {sayCount(mapped)} by mapping or rounding</span>}
            {readBackAt && (
              <span className="font-normal text-faint">
                , read back <ExactTime at={readBackAt} />
              </span>
            )}
          </span>
        }
        actions={
          wrong + mapped > 0 && (
            <Button variant="ghost" size="sm" aria-pressed={isNarrowed} onClick={() => setNarrowed(!isNarrowed)}>
              {isNarrowed ? "Show all fields" : "Only what is not equal"}
            </Button>
          )
        }
      />
      <Table label="The order in the shop, as sent, and at the till" className="min-w-160 table-fixed">
        <Thead>
          <tr>
            <Th className="w-36">Field</Th>
            <Th>{shopName} says</Th>
            <Th>{isByHand ? "Linked" : "We sent"}</Th>
            <Th>{posName} holds</Th>
            <Th className="w-28">Verdict</Th>
          </tr>
        </Thead>
        {shown.map((group) => (
          <Tbody key={group.title}>
            <tr>
              <th scope="rowgroup" colSpan={5} className="bg-background px-4 py-1.5 text-left font-medium text-xs">
                {group.title}
              </th>
            </tr>
            {group.fields.map((field) => (
              <FieldRow key={field.field} field={field} />
            ))}
          </Tbody>
        ))}
      </Table>
      {chosen.length > mostShown && (
        <div className="border-t px-4 py-2">
          <Button variant="link" size="inline" onClick={() => setWhole(!isWhole)}>
            {isWhole ? "Show less" : `Show all ${sayCount(chosen.length - 1, "line")}`}
          </Button>
        </div>
      )}
    </Card>
  );
}

function FieldRow({ field }: { field: Field }) {
  const { icon: Icon, label, look } = verdicts[field.verdict];
  return (
    <Tr className={cn(isWrong(field) && "bg-bad-soft hover:bg-bad-soft")}>
      <Td className="text-muted-foreground">{field.field}</Td>
      <Td className="break-words">{field.shop}</Td>
      <Td className="break-words">{field.sent}</Td>
      <Td className="break-words">{field.till ?? <span className="text-faint">not read back yet</span>}</Td>
      <Td>
        <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap text-xs", look)}>
          <Icon className="size-3.5" aria-hidden />
          {label}
        </span>
      </Td>
    </Tr>
  );
}
