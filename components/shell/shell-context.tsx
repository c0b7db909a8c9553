"use client";

import { usePathname } from "next/navigation";
import { createContext, useContext, useEffect, useMemo, useState } from "react";

type Open = "palette" | "keys" | "menu" | null;
type Shell = { open: Open; show: (open: Open) => void /** A role without records has nothing to search there. */; maySearch: boolean };

const ShellContext = createContext<Shell>({ open: null, show: () => undefined, maySearch: false });

/** Which of the shell's own dialogs is open; a new page closes it. */
export function ShellProvider({ maySearch, children }: { maySearch: boolean; children: React.ReactNode }) {
  const [open, show] = useState<Open>(null);
  const pathname = usePathname();
  useEffect(() => show(null), [pathname]);
  return <ShellContext value={useMemo(() => ({ open, show, maySearch }), [open, maySearch])}>{children}</ShellContext>;
}

export const useShell = (): Shell => useContext(ShellContext);
