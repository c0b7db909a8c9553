"use client";

import { Menu, Search } from "lucide-react";

import { Bell } from "@/components/notices/bell";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

import { useShell } from "./shell-context";

export function MenuButton() {
  const { show } = useShell();
  return (
    <Button variant="ghost" size="icon" aria-label="Menu" className="-ml-2 md:hidden" onClick={() => show("menu")}>
      <Menu />
    </Button>
  );
}

export function SearchButton() {
  const { show, maySearch } = useShell();
  if (!maySearch) return null;
  return (
    <Button
      variant="secondary"
      size="sm"
      className="font-normal text-faint shadow-none lg:w-52 lg:justify-between"
      onClick={() => show("palette")}
      aria-keyshortcuts="Control+K Meta+K"
    >
      <span className="flex items-center gap-1.5">
        <Search aria-hidden />
        <span className="max-lg:sr-only">Search or go to</span>
      </span>
      <Kbd keys="mod+k" className="max-lg:hidden" />
    </Button>
  );
}

export function NoticeButton() {
  const { told } = useShell();
  return told && <Bell me={told} />;
}
