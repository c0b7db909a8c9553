"use client";

import { usePathname } from "next/navigation";
import { createContext, useContext, useEffect, useMemo, useState } from "react";

type Open = "palette" | "keys" | "menu" | null;
type Shell = {
  open: Open;
  show: (open: Open) => void /** A role without records has nothing to search there. */;
  maySearch: boolean /** Who is told of causes; null for a role that sees none. */;
  told: string | null;
};

const ShellContext = createContext<Shell>({ open: null, show: () => undefined, maySearch: false, told: null });

type Props = Pick<Shell, "maySearch" | "told"> & { children: React.ReactNode };

/** Which of the shell's own dialogs is open; a new page closes it. */
export function ShellProvider({ maySearch, told, children }: Props) {
  const [open, show] = useState<Open>(null);
  const pathname = usePathname();
  useEffect(() => show(null), [pathname]);
  return <ShellContext value={useMemo(() => ({ open, show, maySearch, told }), [open, maySearch, told])}>{children}</ShellContext>;
}

export const useShell = (): Shell => useContext(ShellContext);
