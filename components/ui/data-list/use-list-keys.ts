"use client";

import { useShortcuts } from "@/components/shortcuts/use-shortcuts";

import { nothing, type Selection, toggle, toggleRange } from "./selection";

type Keys = {
  order: readonly string[];
  activeKey: string | null;
  selection: Selection | undefined;
  onSelect: ((selection: Selection) => void) | undefined;
  touched: string | null;
  touch: (key: string) => void;
  go: (at: number) => void;
  open: () => void;
};

/** The keys of every list: j k, Enter, x, shift+x, Esc on the page; arrows, Home and End inside it. */
export function useListKeys({ order, activeKey, selection, onSelect, touched, touch, go, open }: Keys) {
  const at = activeKey === null ? -1 : order.indexOf(activeKey);
  const select = (next: (selection: Selection, key: string) => Selection) => {
    if (!selection || !onSelect || activeKey === null) return;
    onSelect(next(selection, activeKey));
    touch(activeKey);
  };
  const isAnySelected = selection !== undefined && (selection.of === "all" || selection.keys.size > 0);
  useShortcuts("This list", [
    { keys: "j", label: "Next", run: () => go(at + 1) },
    { keys: "k", label: "Previous", run: () => go(at - 1) },
    { keys: "enter", label: "Open", run: open },
    ...(selection
      ? [
          { keys: "x", label: "Select", run: () => select(toggle) },
          { keys: "shift+x", label: "Select up to here", run: () => select((now, key) => toggleRange(now, order, touched, key)) },
        ]
      : []),
  ]);
  useShortcuts("This list", [{ keys: "escape", label: "Select nothing", run: () => onSelect?.(nothing) }], { isActive: isAnySelected });

  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + 15),
    PageUp: () => go(at - 15),
    Home: () => go(0),
    End: () => go(order.length - 1),
  };
  return (event: React.KeyboardEvent) => {
    const isInRow = event.target instanceof HTMLElement && event.target.role === "row";
    const move = isInRow ? moves[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    move();
  };
}
