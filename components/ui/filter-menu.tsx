"use client";

import { Check, ListFilter, X } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";

import { Button } from "./button";
import { cn } from "./cn";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu";
import { sayCount } from "./say-count";
import { itemLook } from "./surface";

type Option = { value: string; label: string; count?: number };
type Props = { label: string; options: readonly Option[]; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** One facet of a list. Says what it narrows to without being opened. */
export function FilterMenu({ label, options, chosen, onChange }: Props) {
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <span className="inline-flex">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            size="sm"
            variant="secondary"
            className={cn("max-w-64 font-normal", names.length > 0 ? "rounded-r-none border-r-0" : "border-dashed shadow-none")}
          >
            {names.length === 0 && <ListFilter aria-hidden />}
            <span className="text-muted-foreground">{label}</span>
            {names.length > 0 && (
              <span className="truncate font-medium">{names.length > 2 ? `${names.length} chosen` : names.join(", ")}</span>
            )}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" className="max-h-96 overflow-y-auto">
          {options.map((option) => (
            <Radix.CheckboxItem
              key={option.value}
              checked={chosen.includes(option.value)}
              onCheckedChange={() => toggle(option.value)}
              onSelect={(event) => event.preventDefault()}
              className={itemLook}
            >
              <span className="grid size-4 place-items-center rounded-sm border border-border-strong">
                <Radix.ItemIndicator>
                  <Check className="text-link" aria-hidden />
                </Radix.ItemIndicator>
              </span>
              {option.label}
              {option.count !== undefined && <span className="ml-auto pl-4 text-faint text-xs tabular-nums">{sayCount(option.count)}</span>}
            </Radix.CheckboxItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {names.length > 0 && (
        <Button size="icon-sm" className="rounded-l-none" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => onChange([])}>
          <X />
        </Button>
      )}
    </span>
  );
}
