"use client";

import { Fragment } from "react";

import type { PairEvent } from "@/components/query/stock-answers";
import { ExactTime } from "@/components/trace/exact-time";
import { useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { sayDay } from "@/components/ui/say-day";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";

import { eventLookOf } from "./event-looks";
import { sayUnits, signed } from "./say-stock";

const inks = { neutral: "text-muted-foreground", good: "text-good", warn: "text-warn", bad: "text-bad", info: "text-info" } as const;
const balance = (units: number | null) => (units === null ? <span className="text-faint">not known</span> : sayUnits(units));

/** Everything that moved the pair, newest first, with what each side held after it. */
export function PairEvents({ events }: { events: readonly PairEvent[] }) {
  const zone = useZone();
  return (
    <Table label="What happened">
      <Thead>
        <tr>
          <Th>Time</Th>
          <Th>What happened</Th>
          <Th isNumber>Change</Th>
          <Th isNumber>On the shelf</Th>
          <Th isNumber>Web shows</Th>
        </tr>
      </Thead>
      <Tbody>
        {events.map((event, index) => {
          const { at, side, change, posAfter, shopAfter, text } = event;
          const { title, icon: Icon, tone } = eventLookOf(event);
          const day = sayDay(at, zone);
          const before = events[index - 1];
          return (
            <Fragment key={`${at.getTime()}-${side}-${index}`}>
              {(!before || sayDay(before.at, zone) !== day) && (
                <tr>
                  <th scope="rowgroup" colSpan={5} className="bg-muted/50 px-4 py-1 text-left font-medium text-faint text-xs">
                    {day}
                  </th>
                </tr>
              )}
              <tr>
                <Td className="whitespace-nowrap">
                  <ExactTime at={at} className="text-muted-foreground text-xs" />
                </Td>
                <Td>
                  <span className="flex min-w-0 items-start gap-2">
                    <Icon className={cn("mt-0.5 size-3.5 shrink-0", inks[tone])} aria-hidden />
                    <span className="min-w-0">
                      {title} {text && <span className="text-muted-foreground text-xs">{text}</span>}
                    </span>
                  </span>
                </Td>
                <Td isNumber className="tabular-nums">
                  {change === null ? <span className="text-faint">–</span> : signed(change)}
                </Td>
                <Td isNumber className={cn("tabular-nums", side === "pos" ? "font-medium" : "text-muted-foreground")}>
                  {balance(posAfter)}
                </Td>
                <Td isNumber className={cn("tabular-nums", side === "shop" ? "font-medium" : "text-muted-foreground")}>
                  {balance(shopAfter)}
                </Td>
              </tr>
            </Fragment>
          );
        })}
      </Tbody>
    </Table>
  );
}
