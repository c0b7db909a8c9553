"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

import { findRoom } from "./rooms";

type Props = { hrefs: readonly string[] /** Icons alone between 768 and 1024 px. */; isRail?: boolean };

export function NavList({ hrefs, isRail = false }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label="Rooms" className="grid gap-0.5">
      {hrefs.map((href) => {
        const room = findRoom(href);
        if (!room) return null;
        const isHere = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <Tooltip key={href} label={room.label} keys={`g ${room.key}`} side="right">
            <Link
              href={href}
              aria-current={isHere ? "page" : undefined}
              className={cn(
                "flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-muted-foreground text-sm transition-colors hover:bg-foreground/5 hover:text-foreground aria-[current=page]:bg-foreground/7 aria-[current=page]:text-foreground touch:h-11",
                isRail && "max-lg:justify-center max-lg:px-0",
              )}
            >
              <room.icon className={cn("size-4 shrink-0", isHere && "text-link")} aria-hidden />
              <span className={cn(isRail && "max-lg:sr-only")}>{room.label}</span>
            </Link>
          </Tooltip>
        );
      })}
    </nav>
  );
}
