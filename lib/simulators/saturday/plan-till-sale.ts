import { chooseGoods } from "./choose-goods";
import { drawFor } from "./draw";
import type { Scene } from "./scene";
import type { Shelves } from "./shelves";

export type TillSale = { warehouseid: number; lines: { sku: string; quantity: number; discount?: string }[]; offline?: true };

/** Null: the customer left without buying. */
export function planTillSale(scene: Scene, nth: number, shelves: Shelves): TillSale | null {
  const draw = drawFor(scene.seed, "till", nth);
  const { warehouseid } = draw.one(scene.stores);
  const chosen = chooseGoods(draw, scene, shelves, warehouseid);
  if (chosen.length === 0) return null;
  const isReduced = draw.happens(0.05);
  const lines = chosen.map(({ good, quantity }) => ({
    sku: good.tillSku,
    quantity,
    ...(isReduced ? { discount: (Math.round((good.price * quantity) / 10) / 100).toFixed(2) } : {}),
  }));
  return { warehouseid, lines, ...(scene.offline.includes(warehouseid) ? { offline: true } : {}) };
}
