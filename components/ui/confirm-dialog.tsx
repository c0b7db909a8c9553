"use client";

import { AlertDialog as Radix } from "radix-ui";

import { Button } from "./button";
import { cn } from "./cn";
import { surfaceLook } from "./surface";

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** Names the scope in words: how many, which ones, which are left out. */
  children: React.ReactNode;
  confirm: string;
  onConfirm: () => void;
  isDangerous?: boolean;
  isLoading?: boolean;
};

export function ConfirmDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  confirm,
  onConfirm,
  isDangerous = false,
  isLoading = false,
}: Props) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/30 data-[state=open]:animate-fade dark:bg-black/55" />
        <Radix.Content
          className={cn(surfaceLook, "fixed top-[20vh] left-1/2 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 rounded-xl p-5")}
        >
          <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1.5 text-muted-foreground text-sm">{children}</div>
          </Radix.Description>
          <div className="mt-5 flex justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>Cancel</Button>
            </Radix.Cancel>
            <Button variant={isDangerous ? "danger" : "primary"} isLoading={isLoading} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
