"use client";

import { Tooltip as Radix } from "radix-ui";

import { Kbd } from "./kbd";

export const TooltipProvider = Radix.Provider;

type Props = { label: React.ReactNode; keys?: string | undefined; side?: "top" | "right" | "bottom" | "left"; children: React.ReactNode };

/** Says what a control does and which key does it too. */
export function Tooltip({ label, keys, side = "top", children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex max-w-80 animate-fade items-center gap-2 rounded-md bg-popover px-2 py-1 text-foreground text-xs shadow-pop"
        >
          {label}
          {keys && <Kbd keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
