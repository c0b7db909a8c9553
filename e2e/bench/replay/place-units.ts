import type { Variation } from "./variation";
import type { Place, WebOrder } from "./web-order";

/** Which units are handed over or shipped where. An order of a single unit cannot be split. */
export function placeUnits(lines: readonly { quantity: number }[], { isCollected, isSplit, store }: Variation): WebOrder["fulfilments"] {
  const shop = `store-${store + 1}` as Place;
  const all = lines.map(({ quantity }, line) => ({ line, quantity }));
  const atStore = { place: shop, method: isCollected ? "PICK_UP" : "SHIPPING" } as const;
  const fromWeb = { place: "web", method: "SHIPPING" } as const;
  const units = all.reduce((total, { quantity }) => total + quantity, 0);
  if (!isSplit || units < 2) return [{ ...(isCollected ? atStore : fromWeb), lines: all }];

  // Every other line to the store; the first line of several units goes to both, so that its money has to be divided.
  const divided = all.findIndex(({ quantity }) => quantity > 1);
  const portions: [typeof all, typeof all] = [[], []];
  for (const { line, quantity } of all) {
    const there = line === divided ? Math.ceil(quantity / 2) : line % 2 === 0 ? quantity : 0;
    if (there > 0) portions[0].push({ line, quantity: there });
    if (quantity > there) portions[1].push({ line, quantity: quantity - there });
  }
  return [
    { ...atStore, lines: portions[0] },
    { ...fromWeb, lines: portions[1] },
  ];
}
