"use client";

import Link from "next/link";

import { Badge } from "@/components/ui/badge";
import { Sheet, SheetContent } from "@/components/ui/sheet";

import { Mark } from "./mark";
import { NavList } from "./nav-list";
import { useShell } from "./shell-context";
import { type Person, UserMenu } from "./user-menu";

type Props = { hrefs: readonly string[]; person: Person; isDemo: boolean };

/** 216 px from 1024 on, icons from 768 on, a drawer below. */
export function Sidebar({ hrefs, person, isDemo }: Props) {
  const { open, show } = useShell();
  return (
    <>
      <aside className="print:hidden hidden w-13 shrink-0 flex-col border-r bg-sidebar md:flex lg:w-54">
        <Brand isDemo={isDemo} isRail />
        <div className="flex-1 overflow-y-auto px-2 py-1">
          <NavList hrefs={hrefs} isRail />
        </div>
        <div className="border-t p-2">
          <UserMenu person={person} isRail />
        </div>
      </aside>
      <Sheet open={open === "menu"} onOpenChange={(isOpen) => show(isOpen ? "menu" : null)}>
        <SheetContent title="Menu" side="left" isTitleHidden className="w-64 bg-sidebar">
          <Brand isDemo={isDemo} />
          <div className="px-2">
            <NavList hrefs={hrefs} />
          </div>
          <div className="absolute inset-x-0 bottom-0 border-t p-2">
            <UserMenu person={person} />
          </div>
        </SheetContent>
      </Sheet>
    </>
  );
}

function Brand({ isDemo, isRail = false }: { isDemo: boolean; isRail?: boolean }) {
  const fold = isRail ? "max-lg:hidden" : "";
  return (
    <div className={`flex h-12 items-center gap-2 px-3.5 ${isRail ? "max-lg:justify-center max-lg:px-0" : ""}`}>
      <Link href="/" prefetch={false} aria-label="Parity, home" className="flex items-center gap-2 rounded-md">
        <Mark className="size-5.5" />
        <span className={`font-semibold text-base tracking-tight ${fold}`}>Parity</span>
      </Link>
      {isDemo && (
        <Badge tone="info" className={`ml-auto ${fold}`}>
          Demo
        </Badge>
      )}
    </div>
  );
}
