import { type ComparePorts, compareLocation } from "@/inngest/functions/compare-stock/compare-location";
import type { Page } from "@/lib/connectors/connector";
import { openPort } from "@/lib/connectors/open-port";
import { getConnection } from "@/lib/data/connections";
import type { LocationId, WarehouseId } from "@/lib/domain/ids";
import { comparePairs } from "@/lib/domain/stock/compare-pairs";
import { isReadable, type PosLevel, type ShopLevel } from "@/lib/domain/stock/level";
import type { House } from "@/lib/machine/house";
import { type Figure, figuresOf } from "./figure";
import { type Shelf, stockShelves } from "./shelves";

const products = 4_000;
const rounds = 5;

type Fetched = { shelf: Shelf; till: PosLevel[]; shop: ShopLevel[] };

/** What a compare does with both sides of 20,000 pairs once they are here. */
export async function benchCompare(house: House, signal: AbortSignal): Promise<Figure[]> {
  const { connected, shelves, watch } = await stockShelves(house, products, signal);
  await watch.pauseAll();
  await watch.close();
  const [shop, pos] = [await getConnection(connected.shopId), await getConnection(connected.posId)];
  const ports: ComparePorts = {
    posStock: openPort(pos, "posStock"),
    posOrders: openPort(pos, "posOrders"),
    stock: openPort(shop, "stock"),
  };
  const fetched: Fetched[] = [];
  for (const shelf of shelves.filter(({ place }) => place !== "web")) {
    fetched.push({
      shelf,
      till: (await allOf((page) => ports.posStock.listLevels(String(shelf.warehouseId) as WarehouseId, page))).filter(isReadable),
      shop: await allOf((page) => ports.stock.listLevels(shelf.locationId as LocationId, page)),
    });
  }

  /** Everything the flow does from the moment the last page of a location is here, summed up over the locations. */
  async function compareAll(): Promise<{ ms: number; compared: number }> {
    let [ms, compared] = [0, 0];
    for (const { shelf, till, shop: levels } of fetched) {
      let hereAt = 0;
      const found = await compareLocation(
        {
          ...ports,
          posStock: { ...ports.posStock, listLevels: async () => ({ items: till, next: null }) },
          stock: {
            ...ports.stock,
            async listLevels() {
              hereAt = performance.now();
              return { items: levels, next: null };
            },
          },
        },
        shop,
        pos,
        { locationId: shelf.locationId as LocationId, warehouseIds: [String(shelf.warehouseId) as WarehouseId] },
      );
      ms += performance.now() - hereAt;
      compared += found.compared;
      if (found.differing.length > 0) throw new Error(`${found.differing.length} pairs differ that should not`);
    }
    return { ms, compared };
  }

  const texts = fetched.map(({ till, shop: levels }) => JSON.stringify({ till, levels }));
  const ours: { ms: number; compared: number }[] = [];
  const alone: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await compareAll());
    alone.push(compareAlone(fetched));
    floors.push(parseAndLoop(texts));
  }
  const middle = ours.toSorted((a, b) => a.ms - b.ms)[Math.floor(rounds / 2)]!;
  const floor = middleOf(floors);
  const figure = figuresOf("compare", `${middle.compared} pairs already fetched, `);
  return [
    figure("compared and kept", middle.ms, "ms", {
      floor,
      goal: { is: "≤", value: 500 },
      remark: `all the flow does with them, the middle of ${rounds}; floor: the same data parsed and looped over once`,
    }),
    figure("the comparison alone", middleOf(alone), "ms", { floor }),
  ];
}

const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function compareAlone(fetched: readonly Fetched[]): number {
  const beganAt = performance.now();
  for (const { till, shop } of fetched) {
    const goods = till.map(({ sku }) => ({ sku, posSku: sku, buffer: 0, allowed: 0 }));
    if (comparePairs(goods, till, shop, new Map(), new Set()).differing.length > 0) throw new Error("pairs differ that should not");
  }
  return performance.now() - beganAt;
}

async function allOf<T>(list: (page: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let page: string | null = null;
  do {
    const { items, next }: Page<T> = await list(page);
    all.push(...items);
    page = next;
  } while (page !== null);
  return all;
}

function parseAndLoop(texts: readonly string[]): number {
  const beganAt = performance.now();
  let differing = 0;
  for (const text of texts) {
    const { till, levels } = JSON.parse(text) as { till: PosLevel[]; levels: ShopLevel[] };
    const atTill = new Map(till.map((level) => [level.sku, level.total / 1_000]));
    for (const { sku, available } of levels) if (atTill.get(sku) !== available) differing++;
  }
  if (differing > 0) throw new Error(`${differing} pairs differ that should not`);
  return performance.now() - beganAt;
}
