"use client";

import { Equal, EqualNot } from "lucide-react";
import { useState } from "react";

import { Button } from "./button";
import { cn } from "./cn";
import { sayCount } from "./say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "./table";

export type DiffRow = { field: string; left: React.ReactNode; right: React.ReactNode; isEqual: boolean; note?: string };
type Props = { label: string; left: string; right: string; rows: readonly DiffRow[] };

/** Two sides field by field; what differs is named, marked and can be looked at alone. */
export function DiffTable({ label, left, right, rows }: Props) {
  const differing = rows.filter(({ isEqual }) => !isEqual);
  const [isNarrowed, setNarrowed] = useState(false);
  return (
    <div>
      <div className="flex min-h-9 items-center justify-between px-4 text-xs">
        <span className={cn("font-medium", differing.length > 0 ? "text-bad" : "text-good")}>
          {differing.length === 0
            ? `All ${sayCount(rows.length, "field")} agree`
            : `${sayCount(differing.length)} of ${sayCount(rows.length, "field")} differ`}
        </span>
        {differing.length > 0 && differing.length < rows.length && (
          <Button variant="ghost" size="sm" aria-pressed={isNarrowed} onClick={() => setNarrowed(!isNarrowed)}>
            {isNarrowed ? "Show all fields" : "Only what differs"}
          </Button>
        )}
      </div>
      <Table label={label}>
        <Thead>
          <tr>
            <Th className="w-1/4">Field</Th>
            <Th>{left}</Th>
            <Th>{right}</Th>
            <Th className="w-24">Verdict</Th>
          </tr>
        </Thead>
        <Tbody>
          {(isNarrowed ? differing : rows).map((row) => (
            <Tr key={row.field} className={cn(!row.isEqual && "bg-bad-soft hover:bg-bad-soft")}>
              <Td className="text-muted-foreground">{row.field}</Td>
              <Td className="break-words">{row.left}</Td>
              <Td className="break-words">{row.right}</Td>
              <Td>
                <span
                  className={cn(
                    "inline-flex items-center gap-1.5 whitespace-nowrap align-middle text-xs",
                    row.isEqual ? "text-faint" : "font-medium text-bad",
                  )}
                  title={row.note}
                >
                  {row.isEqual ? <Equal className="size-3.5" aria-hidden /> : <EqualNot className="size-3.5" aria-hidden />}
                  {row.isEqual ? (row.note ?? "equal") : (row.note ?? "differs")}
                </span>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
