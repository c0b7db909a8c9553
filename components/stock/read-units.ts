/** Whole units from 0 to 9,999 as typed; null = no such number. */
export function readUnits(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
