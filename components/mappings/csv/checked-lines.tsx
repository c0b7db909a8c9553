"use client";

import { CircleX, Equal, type LucideIcon, Minus, PencilLine, Plus } from "lucide-react";
import { useState } from "react";

import type { LineVerdict } from "@/components/query/mapping-answers";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";

import { SkuCode } from "../sku-code";
import { countVerdicts } from "./count-verdicts";

type Verdict = LineVerdict["verdict"];
const looks: Record<Verdict, { label: string; icon: LucideIcon; ink: string }> = {
  wrong: { label: "Wrong", icon: CircleX, ink: "text-bad" },
  new: { label: "New", icon: Plus, ink: "text-good" },
  changes: { label: "Changes", icon: PencilLine, ink: "text-info" },
  removes: { label: "Removes", icon: Minus, ink: "text-warn" },
  same: { label: "Same already", icon: Equal, ink: "text-faint" },
};
const order = Object.keys(looks) as Verdict[];
const step = 200;

/** What each line would do, as text only: a cell that a spreadsheet would run is just shown. */
export function CheckedLines({ lines }: { lines: readonly LineVerdict[] }) {
  const counts = countVerdicts(lines);
  const [only, setOnly] = useState<Verdict | null>(counts.wrong > 0 ? "wrong" : null);
  const [most, setMost] = useState(step);
  const matching = only === null ? lines : lines.filter(({ verdict }) => verdict === only);
  const show = (verdict: Verdict | null) => {
    setOnly(verdict);
    setMost(step);
  };
  return (
    <>
      <fieldset aria-label="Show" className="flex flex-wrap gap-1">
        <Chip isOn={only === null} onClick={() => show(null)}>
          All {sayCount(lines.length)}
        </Chip>
        {order.map((verdict) => {
          const { label, icon: Icon, ink } = looks[verdict];
          return (
            <Chip key={verdict} isOn={only === verdict} disabled={counts[verdict] === 0} onClick={() => show(verdict)}>
              <Icon className={cn(counts[verdict] > 0 && ink)} aria-hidden /> {label} {sayCount(counts[verdict])}
            </Chip>
          );
        })}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label="Lines of the file" className="max-h-[44vh] overflow-y-auto rounded-lg border">
        <Table label="Lines of the file">
          <Thead>
            <tr>
              <Th isNumber className="w-16">
                Line
              </Th>
              <Th>Verdict</Th>
              <Th>Kind</Th>
              <Th>Theirs</Th>
              <Th>Ours</Th>
            </tr>
          </Thead>
          <Tbody>
            {matching.slice(0, most).map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </Tbody>
        </Table>
        {matching.length > most && (
          <Button variant="ghost" size="sm" className="m-2" onClick={() => setMost(most + step)}>
            Show more of {sayCount(matching.length)}
          </Button>
        )}
      </section>
    </>
  );
}

function Line({ line: { line, kind, theirs, ours, verdict, why } }: { line: LineVerdict }) {
  const { label, icon: Icon, ink } = looks[verdict];
  return (
    <Tr>
      <Td isNumber className="text-faint tabular-nums">
        {line}
      </Td>
      <Td>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <Icon className={cn("size-3.5 shrink-0", ink)} aria-hidden /> {label}
        </span>
        {why && <span className={cn("block text-xs", verdict === "wrong" ? "text-bad" : "text-faint")}>{why}</span>}
      </Td>
      <Td className="text-muted-foreground">{kind}</Td>
      <Td className="min-w-32 max-w-56 break-all">
        <SkuCode code={theirs} />
      </Td>
      <Td className="min-w-32 max-w-56 break-all">{ours === "" ? <span className="text-faint">–</span> : <SkuCode code={ours} />}</Td>
    </Tr>
  );
}

const Chip = ({ isOn, ...props }: { isOn: boolean } & Pick<React.ComponentProps<"button">, "disabled" | "onClick" | "children">) => (
  <button
    type="button"
    aria-pressed={isOn}
    className={cn(
      "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs disabled:text-faint [&_svg]:size-3.5",
      isOn ? "border-primary bg-selected font-medium" : "text-muted-foreground enabled:hover:bg-hover",
    )}
    {...props}
  />
);
