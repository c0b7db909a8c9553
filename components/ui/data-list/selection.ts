/** `all` is everything that matches the filter, also what is not loaded, but for `except`. */
export type Selection = { of: "keys"; keys: ReadonlySet<string> } | { of: "all"; except: ReadonlySet<string> };

export const nothing: Selection = { of: "keys", keys: new Set() };
export const everything: Selection = { of: "all", except: new Set() };

export const isSelected = (selection: Selection, key: string): boolean =>
  selection.of === "all" ? !selection.except.has(key) : selection.keys.has(key);

/** Null while the list does not know how many match. */
export const countSelected = (selection: Selection, matching: number | null): number | null =>
  selection.of === "keys" ? selection.keys.size : matching === null ? null : Math.max(0, matching - selection.except.size);

export function setSelected(selection: Selection, keys: readonly string[], isOn: boolean): Selection {
  const next = new Set(selection.of === "all" ? selection.except : selection.keys);
  const adds = selection.of === "all" ? !isOn : isOn;
  for (const key of keys) adds ? next.add(key) : next.delete(key);
  return selection.of === "all" ? { of: "all", except: next } : { of: "keys", keys: next };
}

export const toggle = (selection: Selection, key: string): Selection => setSelected(selection, [key], !isSelected(selection, key));

/** From the row touched last to this one, both included; the touched row's state goes for all. */
export function toggleRange(selection: Selection, order: readonly string[], from: string | null, to: string): Selection {
  const start = from === null ? -1 : order.indexOf(from);
  const end = order.indexOf(to);
  if (start < 0 || end < 0) return toggle(selection, to);
  const range = order.slice(Math.min(start, end), Math.max(start, end) + 1);
  return setSelected(selection, range, true);
}

/** The header's box: all that is loaded. */
export function pageState(selection: Selection, loaded: readonly string[]): boolean | "indeterminate" {
  const on = loaded.filter((key) => isSelected(selection, key)).length;
  if (on === 0) return false;
  return on === loaded.length && (selection.of === "keys" || selection.except.size === 0) ? true : "indeterminate";
}
