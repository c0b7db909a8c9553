"use client";

import { Command } from "cmdk";
import { CornerDownLeft, FileText, Package, TriangleAlert, Workflow } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";

import { type SearchResult, useSearch } from "@/components/query/use-search";
import { effectiveGroups, type Shortcut } from "@/components/shortcuts/registry";
import { useShortcutGroups } from "@/components/shortcuts/use-shortcuts";
import { cn } from "@/components/ui/cn";
import { Veil } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { surfaceLook } from "@/components/ui/surface";

import { findRoom } from "./rooms";

const icons = { order: FileText, product: Package, cause: TriangleAlert, run: Workflow } as const satisfies Record<
  SearchResult["kind"],
  unknown
>;
const itemLook =
  "flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-muted [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint touch:h-11";
const groupLook =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint";

type Props = { hrefs: readonly string[]; isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Everything from one box: any order, SKU, receipt or cause, every room, and what the page itself can do. */
export function CommandPalette({ hrefs, isOpen, onOpenChange }: Props) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Veil />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(surfaceLook, "fixed top-[14vh] left-1/2 w-[min(38rem,calc(100vw-2rem))] -translate-x-1/2 rounded-xl")}
        >
          <Radix.Title className="sr-only">Search or go to</Radix.Title>
          <PaletteBody hrefs={hrefs} onDone={() => onOpenChange(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteBody({ hrefs, onDone }: { hrefs: readonly string[]; onDone: () => void }) {
  const [text, setText] = useState("");
  const router = useRouter();
  const search = useSearch(text);
  const actions = effectiveGroups(useShortcutGroups())
    .filter(({ name }) => name !== "Go to")
    .flatMap(({ shortcuts }) => shortcuts.filter(({ keys }) => keys !== "mod+k"));
  const holds = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase());
  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  const run = (action: Shortcut) => {
    onDone();
    requestAnimationFrame(action.run);
  };
  const results = text.trim().length < 2 ? [] : (search.data?.results ?? []);
  const foundRooms = hrefs
    .map(findRoom)
    .filter((room) => room !== undefined)
    .filter((room) => holds(room.label));
  const foundActions = actions.filter(({ label }) => holds(label)).slice(0, text ? 8 : 5);

  return (
    <Command shouldFilter={false} label="Search or go to">
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Order, SKU, receipt, e-mail, or where to go"
        className="h-12 w-full border-b bg-transparent px-4 text-base outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
        <Command.Empty className="px-2.5 py-8 text-center text-muted-foreground">{emptyWords(text, search)}</Command.Empty>
        {search.isError && results.length === 0 && text.trim().length >= 2 && (
          <p role="alert" className="px-2.5 py-2 text-bad text-xs">
            The search failed: {search.error.message}
          </p>
        )}
        {results.length > 0 && (
          <Command.Group heading="Found" className={groupLook}>
            {results.map(({ kind, label, detail, href }) => {
              const Icon = icons[kind];
              return (
                <Command.Item key={`${kind}${href}`} value={`${kind}${href}`} onSelect={() => go(href)} className={itemLook}>
                  <Icon aria-label={kind} />
                  <span className="shrink-0 font-medium">{label}</span>
                  <span className="truncate text-faint text-xs">{detail}</span>
                </Command.Item>
              );
            })}
          </Command.Group>
        )}
        {foundRooms.length > 0 && (
          <Command.Group heading="Go to" className={groupLook}>
            {foundRooms.map((room) => (
              <Command.Item key={room.href} value={room.href} onSelect={() => go(room.href)} className={itemLook}>
                <room.icon aria-hidden />
                {room.label}
                <Kbd keys={`g ${room.key}`} className="ml-auto" />
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {foundActions.length > 0 && (
          <Command.Group heading="On this page" className={groupLook}>
            {foundActions.map((action) => (
              <Command.Item key={action.keys} value={`key ${action.keys}`} onSelect={() => run(action)} className={itemLook}>
                <CornerDownLeft aria-hidden />
                {action.label}
                <Kbd keys={action.keys} className="ml-auto" />
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  );
}

function emptyWords(text: string, { isFetching, isError }: { isFetching: boolean; isError: boolean }): string {
  if (isFetching) return "Searching…";
  if (isError) return "Nothing else matches.";
  return `Nothing is called “${text.trim()}”. Order and receipt numbers, SKUs, barcodes and e-mail addresses can be found.`;
}
