"use client";

import { ArrowDown, ArrowUp, Ellipsis, Pencil, Power, Trash2, TriangleAlert } from "lucide-react";

import { inboxHref } from "@/components/exceptions/cause-search";
import { Owner } from "@/components/exceptions/owner";
import type { Rule } from "@/components/query/use-ownership";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { NumberLink } from "@/components/ui/number-link";
import { sayCount } from "@/components/ui/say-count";
import { Td, Tr } from "@/components/ui/table";

type Props = {
  rule: Rule;
  at: number;
  count: number;
  said: string;
  onMove: (to: number) => void;
  onEdit: () => void;
  onSwitch: () => void;
  onRemove: () => void;
  onReach: () => void;
};

export function RuleRow({ rule, at, count, said, onMove, onEdit, onSwitch, onRemove, onReach }: Props) {
  const { isOn, isManned, ownerName, ownerRole, open, recent, id } = rule;
  return (
    <Tr
      data-rule={id}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        onMove(at + (event.key === "ArrowUp" ? -1 : 1));
      }}
    >
      <Td className="w-10 text-faint tabular-nums">{at + 1}</Td>
      <Td className="min-w-44">
        <button type="button" onClick={onEdit} className={cn("rounded-sm text-left font-medium hover:text-link", !isOn && "text-faint")}>
          {said}
        </button>
        {!isOn && <span className="block text-faint text-xs">Off: it is passed over</span>}
        {isOn && !isManned && (
          <span className="flex items-center gap-1 text-warn text-xs">
            <TriangleAlert className="size-3 shrink-0" aria-hidden /> Nobody is there: it is passed over
          </span>
        )}
      </Td>
      <Td>
        <Owner name={ownerName} role={ownerRole} className={cn((!isOn || !isManned) && "opacity-60")} />
      </Td>
      <Td isNumber>
        <NumberLink count={open} href={inboxHref({ owner: `rule:${id}` })} label={`open causes that rule ${at + 1} gave to their owner`} />
      </Td>
      <Td isNumber>
        <button
          type="button"
          aria-label={`${sayCount(recent)} causes of the last 30 days by rule ${at + 1}`}
          onClick={onReach}
          className={cn("rounded-sm tabular-nums underline-offset-3 hover:text-link hover:underline", recent === 0 && "text-faint")}
        >
          {sayCount(recent)}
        </button>
      </Td>
      <Td isNumber className="whitespace-nowrap">
        <Button variant="ghost" size="icon-sm" aria-label={`Move rule ${at + 1} up`} disabled={at === 0} onClick={() => onMove(at - 1)}>
          <ArrowUp />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Move rule ${at + 1} down`}
          disabled={at === count - 1}
          onClick={() => onMove(at + 1)}
        >
          <ArrowDown />
        </Button>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon-sm" aria-label={`What to do about rule ${at + 1}`}>
              <Ellipsis />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden /> Change…
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={onSwitch}>
              <Power aria-hidden /> {isOn ? "Turn off" : "Turn on"}
            </DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem isDangerous onSelect={onRemove}>
              <Trash2 aria-hidden /> Remove
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </Td>
    </Tr>
  );
}
