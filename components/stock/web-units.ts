type Figures = { onShelf: number | null; reserved: number | null; unseenUnits: number; buffer: number; sellable: number | null };

/**
 * Units kept back for web orders that the till does not show: those we know and those the shop has promised without
 * having told us. Of the latter the sellable figure tells only while it is above zero.
 */
export function webUnits({ onShelf, reserved, unseenUnits, buffer, sellable }: Figures): number {
  if (onShelf === null || sellable === null || sellable === 0) return unseenUnits;
  return Math.max(unseenUnits, Math.floor(onShelf - (reserved ?? 0)) - buffer - sellable);
}
