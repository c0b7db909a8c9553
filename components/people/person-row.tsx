"use client";

import { Ban, Check, Ellipsis, KeyRound, LockKeyhole, LockKeyholeOpen, Pencil, RotateCcw } from "lucide-react";

import type { Account, Accounts } from "@/components/query/use-accounts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { Td, Tr } from "@/components/ui/table";
import { type Role, roleNames } from "@/lib/auth/permissions";

type Act = () => void;
type Props = { person: Account; stores: Accounts["stores"]; onEdit: Act; onReset: Act; onDisable: Act; onEnable: Act; onUnlock: Act };

export function PersonRow({ person, stores, onEdit, onReset, onDisable, onEnable, onUnlock }: Props) {
  const { name, email, role, places, lastSeenAt, disabledAt, isMe } = person;
  const isLocked = useIsLocked(person);
  return (
    <Tr>
      <Td className={cn(disabledAt && "text-muted-foreground")}>
        <span className="flex items-center gap-2 font-medium">
          {name}
          {isMe && <Badge>You</Badge>}
        </span>
        <span className="text-faint text-xs">{email}</span>
      </Td>
      <Td>{roleNames[role as Role] ?? role}</Td>
      <Td className="text-muted-foreground">{sayStores(role, places, stores)}</Td>
      <Td>{lastSeenAt ? <RelativeTime at={lastSeenAt} isPast /> : <span className="text-faint">never</span>}</Td>
      <Td>
        <State person={person} isLocked={isLocked} />
      </Td>
      <Td isNumber>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon-sm" aria-label={`What to do about ${name}`}>
              <Ellipsis />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden /> Change role and stores
            </DropdownMenuItem>
            {isLocked && (
              <DropdownMenuItem onSelect={onUnlock}>
                <LockKeyholeOpen aria-hidden /> Unlock
              </DropdownMenuItem>
            )}
            {!disabledAt && !isMe && (
              <>
                <DropdownMenuItem onSelect={onReset}>
                  <KeyRound aria-hidden /> Reset password
                </DropdownMenuItem>
                <DropdownMenuSeparator />
                <DropdownMenuItem isDangerous onSelect={onDisable}>
                  <Ban aria-hidden /> Disable
                </DropdownMenuItem>
              </>
            )}
            {disabledAt && (
              <DropdownMenuItem onSelect={onEnable}>
                <RotateCcw aria-hidden /> Enable again
              </DropdownMenuItem>
            )}
          </DropdownMenuContent>
        </DropdownMenu>
      </Td>
    </Tr>
  );
}

function useIsLocked({ lockedUntil, disabledAt }: Account): boolean {
  const now = useNow();
  return !disabledAt && lockedUntil !== null && lockedUntil > now;
}

function State({ person: { disabledAt, lockedUntil, oneTimeUntil }, isLocked }: { person: Account; isLocked: boolean }) {
  const now = useNow();
  if (disabledAt)
    return (
      <Badge>
        <Ban aria-hidden /> Disabled
      </Badge>
    );
  if (isLocked && lockedUntil)
    return (
      <span className="inline-flex items-center gap-1.5">
        <Badge tone="bad">
          <LockKeyhole aria-hidden /> Locked
        </Badge>
        <span className="text-faint text-xs">
          opens <RelativeTime at={lockedUntil} />
        </span>
      </span>
    );
  if (oneTimeUntil)
    return (
      <Badge tone={oneTimeUntil < now ? "bad" : "info"}>
        <KeyRound aria-hidden /> {oneTimeUntil < now ? "One-time password too old" : "Has not signed in yet"}
      </Badge>
    );
  return (
    <span className="inline-flex items-center gap-1.5 text-muted-foreground">
      <Check className="size-3.5 text-good" aria-hidden /> Active
    </span>
  );
}

function sayStores(role: string, places: readonly string[], stores: Accounts["stores"]): string {
  if (role !== "store") return "All";
  const names = places.map((place) => stores.find((store) => store.place === place)?.name ?? "a store that is gone");
  return names.length === 0 ? "None" : names.join(", ");
}
