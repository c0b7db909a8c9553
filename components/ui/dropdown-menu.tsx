"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";

import { cn } from "./cn";
import { Kbd } from "./kbd";
import { itemLook, surfaceLook } from "./surface";

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

export function DropdownMenuContent({ className, sideOffset = 4, ...props }: React.ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content sideOffset={sideOffset} collisionPadding={8} className={cn(surfaceLook, "min-w-44 p-1", className)} {...props} />
    </Radix.Portal>
  );
}

type ItemProps = React.ComponentProps<typeof Radix.Item> & { keys?: string; isDangerous?: boolean };

export function DropdownMenuItem({ className, keys, isDangerous = false, children, ...props }: ItemProps) {
  return (
    <Radix.Item className={cn(itemLook, isDangerous && "text-bad data-highlighted:bg-bad-soft [&_svg]:text-bad", className)} {...props}>
      {children}
      {keys && <Kbd keys={keys} className="ml-auto" />}
    </Radix.Item>
  );
}

export function DropdownMenuRadioItem({ className, children, ...props }: React.ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(itemLook, "pr-7", className)} {...props}>
      {children}
      <Radix.ItemIndicator className="absolute right-2">
        <Check className="text-foreground" aria-hidden />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

export function DropdownMenuCheckboxItem({ className, children, ...props }: React.ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem className={cn(itemLook, "pr-7", className)} {...props}>
      {children}
      <Radix.ItemIndicator className="absolute right-2">
        <Check className="text-foreground" aria-hidden />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

export const DropdownMenuLabel = (props: React.ComponentProps<typeof Radix.Label>) => (
  <Radix.Label className="px-2 pt-1.5 pb-1 text-faint text-xs" {...props} />
);
export const DropdownMenuSeparator = () => <Radix.Separator className="-mx-1 my-1 h-px bg-border" />;
