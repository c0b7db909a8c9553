"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";

import { Button } from "./button";
import { cn } from "./cn";
import { Veil } from "./dialog";

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;

type Props = { title: string; side?: "left" | "right"; isTitleHidden?: boolean; className?: string; children: React.ReactNode };

export function SheetContent({ title, side = "right", isTitleHidden = false, className, children }: Props) {
  const edge =
    side === "right" ? "right-0 border-l data-[state=open]:animate-from-right" : "left-0 border-r data-[state=open]:animate-from-left";
  return (
    <Radix.Portal>
      <Veil />
      <Radix.Content
        aria-describedby={undefined}
        className={cn("fixed inset-y-0 z-50 flex w-[min(30rem,92vw)] flex-col bg-popover shadow-pop outline-none", edge, className)}
      >
        <header className={cn("flex h-12 shrink-0 items-center justify-between border-b px-4", isTitleHidden && "sr-only")}>
          <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
          <Radix.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close">
              <X />
            </Button>
          </Radix.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
      </Radix.Content>
    </Radix.Portal>
  );
}
