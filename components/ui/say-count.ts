/** 1204 → "1,204"; with a noun "1 order", "1,204 orders". */
export function sayCount(count: number, one?: string, many = `${one}s`): string {
  const digits = count.toLocaleString("en-GB");
  return one ? `${digits} ${count === 1 ? one : many}` : digits;
}
