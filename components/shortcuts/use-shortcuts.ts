"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

import { createShortcutRegistry, type Shortcut, type ShortcutGroup } from "./registry";
import { strokeOf } from "./stroke";

const registry = createShortcutRegistry();
const nothing: readonly ShortcutGroup[] = [];

/** Makes the keys work while the component is on the page, and lists them in the cheat sheet under `group`. */
export function useShortcuts(group: string, shortcuts: readonly Shortcut[], { isActive = true, isFallback = false } = {}): void {
  const run = useEffectEvent((keys: string) => shortcuts.find((shortcut) => shortcut.keys === keys)?.run());
  const signature = JSON.stringify(shortcuts.map(({ keys, label }) => ({ keys, label })));
  useEffect(() => {
    if (!isActive) return;
    const named = JSON.parse(signature) as { keys: string; label: string }[];
    return registry.register({ name: group, isFallback, shortcuts: named.map((each) => ({ ...each, run: () => run(each.keys) })) });
  }, [group, signature, isActive, isFallback]);
}

export const useShortcutGroups = (): readonly ShortcutGroup[] => useSyncExternalStore(registry.subscribe, registry.list, () => nothing);

/** The one listener of the page. */
export function useShortcutListener(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const stroke = event.defaultPrevented || event.isComposing ? null : strokeOf(event);
      if (stroke && isForPage(event.target, stroke) && registry.press(stroke, event.timeStamp)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

// What is typed, and what a menu or dialog has open, is theirs; Enter and Space belong to the focused control.
function isForPage(target: EventTarget | null, stroke: string): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target.closest("[role=dialog],[role=alertdialog],[role=menu],[role=listbox]")) return false;
  if (stroke.startsWith("mod+")) return true;
  if (target.isContentEditable || target.closest("input:not([type=checkbox]),textarea,select")) return false;
  return !(/^(shift\+)?(enter|space)$/.test(stroke) && target.closest("button,a,summary,[role=checkbox]"));
}
