import {
  ArrowLeftRight,
  Boxes,
  Cable,
  FileSearch,
  Inbox,
  Landmark,
  type LucideIcon,
  ShoppingBag,
  Signpost,
  Sun,
  UsersRound,
  Workflow,
} from "lucide-react";

import type { Permission, Role } from "@/lib/auth/permissions";

/** `key` goes there after `g`. */
export type Room = { href: string; label: string; icon: LucideIcon; permission: Permission; key: string };

/** The menu, top to bottom. Only rooms that exist stand here. */
export const rooms = [
  { href: "/", label: "Today", icon: Sun, permission: "office:read", key: "h" },
  { href: "/inbox", label: "Inbox", icon: Inbox, permission: "exceptions:read", key: "i" },
  { href: "/finance", label: "Finance", icon: Landmark, permission: "finance:read", key: "f" },
  { href: "/orders", label: "Orders", icon: ShoppingBag, permission: "records:read", key: "o" },
  { href: "/stock", label: "Stock", icon: Boxes, permission: "stock:read", key: "d" },
  { href: "/mappings", label: "Mappings", icon: ArrowLeftRight, permission: "mappings:read", key: "m" },
  { href: "/records", label: "Records", icon: FileSearch, permission: "records:read", key: "r" },
  { href: "/runs", label: "Runs", icon: Workflow, permission: "records:read", key: "u" },
  { href: "/connections", label: "Connections", icon: Cable, permission: "connections:read", key: "c" },
  { href: "/ownership", label: "Ownership", icon: Signpost, permission: "ownership:manage", key: "w" },
  { href: "/people", label: "People", icon: UsersRound, permission: "people:manage", key: "p" },
] as const satisfies readonly Room[];

export type RoomHref = (typeof rooms)[number]["href"];
/** Where a role begins its day. Who begins elsewhere has no room called Today. */
export const homeOf = (role: Role): RoomHref => (role === "finance" ? "/finance" : "/");
export const findRoom = (href: string): Room | undefined => rooms.find((room) => room.href === href);
