import { toMinor } from "@/lib/domain/money";

/** Minor units of what was typed; null where it is no amount of that currency. Empty is 0. */
export function readAmount(text: string, currency: string): number | null {
  const plain = text.replace(/[\s,]/g, "");
  if (plain === "") return 0;
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  try {
    return toMinor(plain, currency);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
