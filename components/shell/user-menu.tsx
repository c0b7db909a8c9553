"use client";

import { BellRing, ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";

import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

import { useShell } from "./shell-context";

export type Person = { id: string; name: string; email: string; roleName: string };

const initialsOf = (name: string) =>
  name
    .split(" ")
    .map((word) => word[0] ?? "")
    .slice(0, 2)
    .join("");

export function UserMenu({ person, isRail = false }: { person: Person; isRail?: boolean }) {
  const { theme = "system", setTheme } = useTheme();
  const { show, told } = useShell();
  const router = useRouter();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        className={cn(
          "flex w-full items-center gap-2 rounded-md p-1.5 text-left hover:bg-foreground/5 data-[state=open]:bg-foreground/7 touch:min-h-11",
          isRail && "max-lg:justify-center max-lg:p-1",
        )}
      >
        <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full bg-primary/12 font-semibold text-2xs text-link">
          {initialsOf(person.name)}
        </span>
        <span className={cn("grid min-w-0 flex-1 leading-tight", isRail && "max-lg:sr-only")}>
          <span className="truncate font-medium text-sm">{person.name}</span>
          <span className="truncate text-faint text-xs">{person.roleName}</span>
        </span>
        <ChevronsUpDown className={cn("size-3.5 text-faint", isRail && "max-lg:hidden")} aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-56">
        <div className="px-2 py-1.5">
          <p className="font-medium text-sm">{person.name}</p>
          <p className="truncate text-faint text-xs">
            {person.email} · {person.roleName}
          </p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Appearance</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          <DropdownMenuRadioItem value="system">
            <Monitor aria-hidden /> As this device
          </DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="light">
            <Sun aria-hidden /> Light
          </DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">
            <Moon aria-hidden /> Dark
          </DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        {told && (
          <DropdownMenuItem onSelect={() => router.push("/notices?tab=settings")}>
            <BellRing aria-hidden /> How I am told
          </DropdownMenuItem>
        )}
        <DropdownMenuItem keys="?" onSelect={() => show("keys")}>
          <Keyboard aria-hidden /> Keyboard shortcuts
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => signOut({ callbackUrl: "/sign-in" })}>
          <LogOut aria-hidden /> Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
