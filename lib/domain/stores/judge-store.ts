export type StoreState = "silent" | "late" | "differs" | "closed" | "fine";

export type StoreSeen = { isOpen: boolean; isSilent: boolean; broken: number; drift: number };

/** The one thing to say of a store, the worst first. */
export function judgeStore({ isOpen, isSilent, broken, drift }: StoreSeen): StoreState {
  if (isSilent) return "silent";
  if (broken > 0) return "late";
  if (drift > 0) return "differs";
  return isOpen ? "fine" : "closed";
}
