import { ArrowLeftRight, Cable, FileSearch, Inbox, type LucideIcon, ShoppingBag, Sun, Workflow } from "lucide-react";

import type { Permission } from "@/lib/auth/permissions";

/** `key` goes there after `g`. */
export type Room = { href: string; label: string; icon: LucideIcon; permission: Permission; key: string };

/** The menu, top to bottom. Only rooms that exist stand here. */
export const rooms = [
  { href: "/", label: "Today", icon: Sun, permission: "office:read", key: "h" },
  { href: "/inbox", label: "Inbox", icon: Inbox, permission: "exceptions:read", key: "i" },
  { href: "/orders", label: "Orders", icon: ShoppingBag, permission: "records:read", key: "o" },
  { href: "/mappings", label: "Mappings", icon: ArrowLeftRight, permission: "mappings:read", key: "m" },
  { href: "/records", label: "Records", icon: FileSearch, permission: "records:read", key: "r" },
  { href: "/runs", label: "Runs", icon: Workflow, permission: "records:read", key: "u" },
  { href: "/connections", label: "Connections", icon: Cable, permission: "connections:read", key: "c" },
] as const satisfies readonly Room[];

export type RoomHref = (typeof rooms)[number]["href"];
export const findRoom = (href: string): Room | undefined => rooms.find((room) => room.href === href);
