export type KeyPress = { key: string; metaKey: boolean; ctrlKey: boolean; altKey: boolean; shiftKey: boolean };

const modifiers = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);

/** One press in the spelling of shortcuts: "j", "shift+x", "mod+k", "?", "arrowdown". Null for a modifier by itself. */
export function strokeOf({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyPress): string | null {
  if (modifiers.has(key)) return null;
  const name = key === " " ? "space" : key.toLowerCase();
  // "?" already is the shifted key; only letters and named keys say shift.
  const saysShift = shiftKey && (name.length > 1 || /\p{L}/u.test(name));
  return [metaKey || ctrlKey ? "mod" : "", altKey ? "alt" : "", saysShift ? "shift" : "", name].filter(Boolean).join("+");
}
