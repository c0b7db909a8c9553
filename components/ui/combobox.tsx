"use client";

import { Command } from "cmdk";
import { ChevronDown } from "lucide-react";
import { useState } from "react";

import { cn } from "./cn";
import { fieldLook } from "./input";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

export type Choice = { value: string; label: string /** Evidence, stock, a second name. */; detail?: React.ReactNode; keywords?: string[] };

type Props = {
  value: string | null;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  placeholder?: string;
  /** With it the server searches and `choices` are its answer; without it the list is filtered here. */
  onSearch?: (text: string) => void;
  isSearching?: boolean;
  empty?: string;
  id?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
};

export function Combobox({
  value,
  choices,
  onChange,
  placeholder = "Choose",
  onSearch,
  isSearching = false,
  empty = "Nothing matches.",
  className,
  ...control
}: Props) {
  const [isOpen, setOpen] = useState(false);
  const chosen = choices.find((choice) => choice.value === value)?.label ?? value;
  const choose = (next: string) => {
    onChange(next);
    setOpen(false);
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger
        role="combobox"
        aria-expanded={isOpen}
        className={cn(fieldLook, "flex h-8 items-center justify-between gap-2 text-left", !chosen && "text-faint", className)}
        {...control}
      >
        <span className="truncate">{chosen || placeholder}</span>
        <ChevronDown className="size-3.5 shrink-0 text-faint" aria-hidden />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-72 p-0">
        <Command shouldFilter={!onSearch} label={placeholder}>
          <Command.Input
            placeholder="Type to search"
            onValueChange={(text) => onSearch?.(text)}
            className="h-9 w-full border-b bg-transparent px-3 text-sm outline-none placeholder:text-faint"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-6 text-center text-muted-foreground text-xs">
              {isSearching ? "Searching…" : empty}
            </Command.Empty>
            {choices.map((choice) => (
              <Command.Item
                key={choice.value}
                value={choice.value}
                keywords={[choice.label, ...(choice.keywords ?? [])]}
                onSelect={() => choose(choice.value)}
                className="cursor-default rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-muted touch:min-h-11"
              >
                <span className={cn("block truncate", choice.value === value && "font-semibold")}>{choice.label}</span>
                {choice.detail && <span className="block truncate text-faint text-xs">{choice.detail}</span>}
              </Command.Item>
            ))}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
