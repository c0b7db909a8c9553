"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";

import { cn } from "./cn";
import { fieldLook } from "./input";
import { itemLook, surfaceLook } from "./surface";

type Option<Value extends string> = { value: Value; label: string };
type Props<Value extends string> = {
  value: Value | undefined;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  placeholder?: string;
  id?: string;
  "aria-label"?: string;
  className?: string;
};

export function Select<Value extends string>({ value, options, onChange, placeholder = "Choose", className, ...control }: Props<Value>) {
  return (
    <Radix.Root {...(value !== undefined && { value })} onValueChange={(next) => onChange(next as Value)}>
      <Radix.Trigger
        className={cn(fieldLook, "flex h-8 items-center justify-between gap-2 text-left data-placeholder:text-faint", className)}
        {...control}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown className="size-3.5 shrink-0 text-faint" aria-hidden />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className={cn(surfaceLook, "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) p-1")}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} className={cn(itemLook, "pr-7")}>
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="absolute right-2">
                  <Check className="size-3.5" aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
