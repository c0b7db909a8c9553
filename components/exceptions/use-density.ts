"use client";

import { useSyncExternalStore } from "react";

const name = "parity-inbox-dense";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Two lines a cause or one; kept in this browser. */
export function useDensity(): [boolean, (isDense: boolean) => void] {
  const isDense = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(name) === "1",
    () => false,
  );
  const change = (next: boolean) => {
    localStorage.setItem(name, next ? "1" : "0");
    for (const listener of listeners) listener();
  };
  return [isDense, change];
}
