"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";

import { Button } from "./button";
import { cn } from "./cn";
import { surfaceLook } from "./surface";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

type Props = { title: string; description?: React.ReactNode; className?: string; children: React.ReactNode; footer?: React.ReactNode };

export const Veil = () => <Radix.Overlay className="fixed inset-0 z-40 bg-black/30 data-[state=open]:animate-fade dark:bg-black/55" />;

export function DialogContent({ title, description, className, children, footer }: Props) {
  return (
    <Radix.Portal>
      <Veil />
      <Radix.Content
        {...(!description && { "aria-describedby": undefined })}
        className={cn(
          surfaceLook,
          "fixed top-[12vh] left-1/2 flex max-h-[76vh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 flex-col rounded-xl",
          className,
        )}
      >
        <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
          <div className="grid gap-1">
            <Radix.Title className="font-semibold text-lg leading-6">{title}</Radix.Title>
            {description && <Radix.Description className="text-muted-foreground text-sm">{description}</Radix.Description>}
          </div>
          <Radix.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close" className="-mt-1 -mr-2">
              <X />
            </Button>
          </Radix.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
        {footer && <footer className="flex items-center justify-end gap-2 border-t bg-background/60 px-5 py-3">{footer}</footer>}
      </Radix.Content>
    </Radix.Portal>
  );
}
