"use client";

import { CheckCheck, Ellipsis, EyeOff, Maximize2, MessageSquareOff, Moon, RotateCcw, UserPlus, UserRoundCheck, X } from "lucide-react";
import Link from "next/link";

import type { Cause } from "@/components/query/cause-answers";
import { Button } from "@/components/ui/button";
import { useNow, useZone } from "@/components/ui/clock";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { StatusPill } from "@/components/ui/status-pill";
import { Tooltip } from "@/components/ui/tooltip";

import type { CausePaneProps } from "./cause-pane";
import { sayWhen } from "./say-promise";

type Props = CausePaneProps & { cause: Cause };

export function CauseHead({ cause, worker, isInPane = false, onClose, onTake, onAsk, onRun }: Props) {
  const isMine = cause.ownerId === worker.id && cause.state === "working";
  const isResolved = cause.state === "resolved";
  const isActive = cause.state === "open" || cause.state === "working";
  return (
    <header className="px-5 pt-4 pb-5">
      <div className="flex min-h-7 items-center gap-2 text-muted-foreground text-xs">
        <StatusPill of="cause" value={cause.state} />
        <span className="truncate">{isInPane ? `${cause.title} · ${cause.connectionName}` : cause.connectionName}</span>
        {isInPane && (
          <span className="ml-auto flex shrink-0">
            <Tooltip label="On a page of its own">
              <Button asChild variant="ghost" size="icon-sm">
                <Link href={`/causes/${cause.id}`} aria-label="Open on a page of its own">
                  <Maximize2 />
                </Link>
              </Button>
            </Tooltip>
            <Tooltip label="Close" keys="escape">
              <Button variant="ghost" size="icon-sm" aria-label="Close the cause" onClick={onClose}>
                <X />
              </Button>
            </Tooltip>
          </span>
        )}
      </div>
      <h2 id="cause-says" className="mt-1.5 text-pretty break-words font-semibold text-lg leading-6">
        {cause.sentence}
      </h2>
      <StateNote cause={cause} />
      {isActive && <p className="mt-1 text-muted-foreground">{cause.nextStep}</p>}
      {worker.may.work && (
        <div className="mt-3 flex flex-wrap items-center gap-1.5">
          {!isMine && !isResolved && (
            <ActionButton label={cause.ownerId && cause.state === "working" ? "Take over" : "Take"} keys="t" onRun={onTake}>
              <UserRoundCheck />
            </ActionButton>
          )}
          {!isResolved && (
            <ActionButton label="Assign" keys="a" onRun={() => onAsk("assign")}>
              <UserPlus />
            </ActionButton>
          )}
          {isActive ? (
            <ActionButton label="Snooze" keys="s" onRun={() => onAsk("snooze")}>
              <Moon />
            </ActionButton>
          ) : (
            !isResolved && (
              <ActionButton label="Open again" onRun={() => onRun({ do: "reopen", text: "" })}>
                <RotateCcw />
              </ActionButton>
            )
          )}
          {!isResolved && (
            <DropdownMenu>
              <DropdownMenuTrigger asChild>
                <Button size="icon-sm" variant="ghost" aria-label="More actions">
                  <Ellipsis />
                </Button>
              </DropdownMenuTrigger>
              <DropdownMenuContent align="start">
                <DropdownMenuItem keys="e" onSelect={() => onAsk("resolve")}>
                  <CheckCheck aria-hidden /> Close on trust…
                </DropdownMenuItem>
                {isActive && (
                  <DropdownMenuItem onSelect={() => onAsk("ignore")}>
                    <EyeOff aria-hidden /> Ignore until…
                  </DropdownMenuItem>
                )}
                {cause.probe && (
                  <DropdownMenuItem onSelect={() => onRun({ do: "ask-first", asksFirst: !cause.asksFirst })}>
                    <MessageSquareOff aria-hidden />{" "}
                    {cause.asksFirst ? "Release by itself once it is gone" : "Ask me before it releases by itself"}
                  </DropdownMenuItem>
                )}
              </DropdownMenuContent>
            </DropdownMenu>
          )}
        </div>
      )}
    </header>
  );
}

function StateNote({ cause: { state, until, reason, closedAt, closedByName, closedHow } }: { cause: Cause }) {
  const now = useNow();
  const zone = useZone();
  const why = reason ? `: “${reason}”` : ".";
  const said =
    state === "snoozed" && until
      ? `Snoozed until ${sayWhen(until, now, zone)}${why}`
      : state === "ignored" && until
        ? `Ignored until ${sayWhen(until, now, zone)}${why}`
        : state === "resolved" && closedAt
          ? closedHow === "on-trust"
            ? `Closed on trust by ${closedByName ?? "Parity"} at ${sayWhen(closedAt, now, zone)}${why}`
            : `Resolved at ${sayWhen(closedAt, now, zone)}, verified: nothing is held by it any more.`
          : null;
  return said && <p className="mt-1 text-muted-foreground">{said}</p>;
}

function ActionButton({ label, keys, onRun, children }: { label: string; keys?: string; onRun: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={label} keys={keys}>
      <Button size="sm" onClick={onRun} {...(keys && { "aria-keyshortcuts": keys })}>
        {children} {label}
      </Button>
    </Tooltip>
  );
}
