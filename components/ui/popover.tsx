"use client";

import { Popover as Radix } from "radix-ui";

import { cn } from "./cn";
import { surfaceLook } from "./surface";

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverAnchor = Radix.Anchor;
export const PopoverClose = Radix.Close;

export function PopoverContent({ className, sideOffset = 4, align = "start", ...props }: React.ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={sideOffset}
        align={align}
        collisionPadding={8}
        className={cn(surfaceLook, "w-72 p-3", className)}
        {...props}
      />
    </Radix.Portal>
  );
}
