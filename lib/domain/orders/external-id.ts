/**
 * The key under which the POS takes an order only once: shop code, the platform's id without braces, slashes and dashes,
 * and the number of the location from the second on. At most 40 characters of [A-Za-z0-9_-] (Sitoo `externalid`).
 */
export function externalIdOf(shopCode: string, orderId: string, location: number): string {
  const id = orderId.replace(/[{}/\-\s]/g, "").replace(/[^A-Za-z0-9_]/g, "_");
  const suffix = location === 0 ? "" : `-${location + 1}`;
  const text = `${shopCode}-${id}${suffix}`;
  if (text.length > 40) throw new RangeError(`external id ${text} is longer than 40 characters`);
  return text;
}
