"use client";

import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

import { useShortcuts } from "./use-shortcuts";

type Props = Omit<React.ComponentProps<typeof Button>, "onClick"> & { keys: string; label: string; group: string; onRun: () => void };

/** A button with its key: the key works while the button is there, and its tooltip says so. */
export function ShortcutButton({ keys, label, group, onRun, disabled, isLoading, children, ...props }: Props) {
  useShortcuts(group, [{ keys, label, run: onRun }], { isActive: !disabled && !isLoading });
  return (
    <Tooltip label={label} keys={keys}>
      <Button
        onClick={onRun}
        aria-keyshortcuts={keys.replace("mod", "Control")}
        {...(disabled !== undefined && { disabled })}
        {...(isLoading !== undefined && { isLoading })}
        {...props}
      >
        {children ?? label}
      </Button>
    </Tooltip>
  );
}
