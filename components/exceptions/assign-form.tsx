"use client";

import { Command } from "cmdk";

import type { CauseAction } from "@/components/query/use-cause-commands";
import { usePeople } from "@/components/query/use-people";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

import { Owner, sayRole } from "./owner";

const itemLook = "flex h-9 cursor-default items-center justify-between gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-muted";

/** Type a name, press Enter. */
export function AssignForm({ onRun }: { onRun: (action: CauseAction) => void }) {
  const people = usePeople();
  if (people.isError) return <ErrorState message={people.error.message} onRetry={() => void people.refetch()} className="min-h-32" />;
  if (people.isPending) return <SkeletonRows count={4} label="Loading people" />;
  return (
    <Command label="Whom to assign to" className="-mx-2">
      <Command.Input
        autoFocus
        placeholder="Name or role"
        className="mb-1 h-9 w-full border-b bg-transparent px-2 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-72 overflow-y-auto">
        <Command.Empty className="px-2 py-6 text-center text-muted-foreground">Nobody is called that.</Command.Empty>
        {people.data.people.map(({ id, name, role, isMe }) => (
          <Command.Item
            key={id}
            value={id}
            keywords={[name, sayRole(role), isMe ? "me" : ""]}
            className={itemLook}
            onSelect={() => onRun({ do: "assign", ownerId: id })}
          >
            <Owner name={name} role={role} />
            <span className="text-faint text-xs">{isMe ? "you" : sayRole(role)}</span>
          </Command.Item>
        ))}
        <Command.Item
          value="nobody"
          keywords={["nobody", "unassign"]}
          className={itemLook}
          onSelect={() => onRun({ do: "assign", ownerId: null })}
        >
          Nobody: give it back
        </Command.Item>
      </Command.List>
    </Command>
  );
}
