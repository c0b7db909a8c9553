"use client";

import { useRouter } from "next/navigation";

import { CheatSheet } from "@/components/shortcuts/cheat-sheet";
import { useShortcutListener, useShortcuts } from "@/components/shortcuts/use-shortcuts";

import { CommandPalette } from "./command-palette";
import { findRoom } from "./rooms";
import { ShellProvider, useShell } from "./shell-context";
import { Sidebar } from "./sidebar";
import type { Person } from "./user-menu";

type Props = { hrefs: readonly string[]; person: Person; isDemo: boolean; isTouch: boolean; children: React.ReactNode };

/** The frame around every page behind sign-in. */
export function Office({ hrefs, person, isDemo, isTouch, children }: Props) {
  return (
    <ShellProvider maySearch={hrefs.includes("/records")} told={hrefs.includes("/inbox") ? person.id : null}>
      <div data-touch={isTouch || undefined} className="flex h-dvh overflow-hidden print:h-auto">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-popover focus:px-3 focus:py-2 focus:shadow-pop"
        >
          Skip to the page
        </a>
        <Sidebar hrefs={hrefs} person={person} isDemo={isDemo} />
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col overflow-hidden outline-none print:overflow-visible">
          {children}
        </main>
      </div>
      <Keys hrefs={hrefs} />
    </ShellProvider>
  );
}

function Keys({ hrefs }: { hrefs: readonly string[] }) {
  const { open, show, maySearch } = useShell();
  const router = useRouter();
  useShortcutListener();
  useShortcuts(
    "Everywhere",
    [
      ...(maySearch
        ? [
            { keys: "mod+k", label: "Search or go to", run: () => show("palette") },
            { keys: "/", label: "Search", run: () => show("palette") },
          ]
        : []),
      { keys: "?", label: "Keyboard shortcuts", run: () => show("keys") },
    ],
    { isFallback: true },
  );
  const entered = hrefs.map(findRoom).filter((room) => room !== undefined);
  const goTo = entered.map((room) => ({ keys: `g ${room.key}`, label: room.label, run: () => router.push(room.href) }));
  useShortcuts("Go to", goTo, { isFallback: true });
  return (
    <>
      <CommandPalette hrefs={hrefs} isOpen={open === "palette"} onOpenChange={(isOpen) => show(isOpen ? "palette" : null)} />
      <CheatSheet isOpen={open === "keys"} onOpenChange={(isOpen) => show(isOpen ? "keys" : null)} />
    </>
  );
}
