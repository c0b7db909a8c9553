import type { Draw } from "./draw";
import type { Good, Scene } from "./scene";
import type { Shelves } from "./shelves";

export type Chosen = { good: Good; quantity: number };

const looks = 12;

/** One to three things that lie there; now and then nobody finds anything. */
export function chooseGoods(draw: Draw, { goods }: Scene, shelves: Shelves, warehouseid: number): Chosen[] {
  const chosen = new Map<string, Chosen>();
  const wanted = draw.one([1, 1, 1, 2, 2, 3]);
  for (let look = 0; look < looks && chosen.size < wanted; look += 1) {
    const good = draw.one(goods);
    const quantity = draw.happens(0.12) ? 2 : 1;
    if (shelves.free(warehouseid, good.tillSku) >= quantity) chosen.set(good.tillSku, { good, quantity });
  }
  return [...chosen.values()];
}
