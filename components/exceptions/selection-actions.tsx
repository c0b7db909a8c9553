"use client";

import { CheckCheck, EyeOff, ListChecks, MessageSquare, Moon, UserPlus, UserRoundCheck } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

import type { Asked } from "./use-cause-actions";

type Props = { may: boolean; isRunning: boolean; onTake: () => void; onPreview: () => void; onAsk: (what: Asked) => void };

/** What can be done with everything that is selected. */
export function SelectionActions({ may, isRunning, onTake, onPreview, onAsk }: Props) {
  if (!may) return null;
  const buttons = [
    { label: "Take", keys: "t", icon: UserRoundCheck, run: onTake },
    { label: "Preview", keys: "p", icon: ListChecks, run: onPreview },
    { label: "Assign", keys: "a", icon: UserPlus, run: () => onAsk("assign") },
    { label: "Snooze", keys: "s", icon: Moon, run: () => onAsk("snooze") },
    { label: "Comment", keys: "c", icon: MessageSquare, run: () => onAsk("comment") },
    { label: "Ignore", keys: undefined, icon: EyeOff, run: () => onAsk("ignore") },
    { label: "Resolve", keys: "e", icon: CheckCheck, run: () => onAsk("resolve") },
  ];
  return buttons.map(({ label, keys, icon: Icon, run }) => (
    <Tooltip key={label} label={label} keys={keys}>
      <Button
        size="sm"
        variant={label === "Take" ? "primary" : "ghost"}
        disabled={isRunning}
        onClick={run}
        {...(keys && { "aria-keyshortcuts": keys })}
      >
        <Icon /> {label}
      </Button>
    </Tooltip>
  ));
}
