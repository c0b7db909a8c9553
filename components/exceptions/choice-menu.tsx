"use client";

import { ListFilter, X } from "lucide-react";

import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

type Props = {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  /** What stands when nothing is chosen. */
  none: string;
  onChange: (value: string) => void;
};

/** One facet of which one value is chosen; says it without being opened. */
export function ChoiceMenu({ label, options, value, none, onChange }: Props) {
  const chosen = value === none ? undefined : (options.find((option) => option.value === value)?.label ?? "something else");
  return (
    <span className="inline-flex">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="sm" className={cn("max-w-56 font-normal", chosen ? "rounded-r-none border-r-0" : "border-dashed shadow-none")}>
            {!chosen && <ListFilter aria-hidden />}
            <span className="text-muted-foreground">{label}</span>
            {chosen && <span className="truncate font-medium">{chosen}</span>}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" className="max-h-96 overflow-y-auto">
          <DropdownMenuRadioGroup value={value} onValueChange={onChange}>
            {options.map((option) => (
              <DropdownMenuRadioItem key={option.value} value={option.value}>
                {option.label}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
        </DropdownMenuContent>
      </DropdownMenu>
      {chosen && (
        <Button size="icon-sm" className="rounded-l-none" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => onChange(none)}>
          <X />
        </Button>
      )}
    </span>
  );
}
