"use client";

import { createContext, useContext, useSyncExternalStore } from "react";

type Clock = { renderedAt: number; zone: string };

const ClockContext = createContext<Clock>({ renderedAt: 0, zone: "UTC" });

/** `renderedAt` is the server's now: what hydrates must read the same clock as what was sent. */
export function ClockProvider({ renderedAt, zone, children }: Clock & { children: React.ReactNode }) {
  return <ClockContext value={{ renderedAt, zone }}>{children}</ClockContext>;
}

const everyMs = 5_000;
const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

// One timer for every time on the page.
function subscribe(listener: () => void) {
  listeners.add(listener);
  if (listeners.size === 1) {
    now = Date.now();
    timer = setInterval(tick, everyMs);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

export const useZone = (): string => useContext(ClockContext).zone;

export function useNow(): Date {
  const { renderedAt } = useContext(ClockContext);
  return new Date(
    useSyncExternalStore(
      subscribe,
      () => (now ||= Date.now()),
      () => renderedAt,
    ),
  );
}
