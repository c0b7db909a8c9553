import { createHash } from "node:crypto";

import { openControl } from "./control";
import { silentForMinutes, silentStore, stores } from "./demo-plan";
import { goods } from "./goods";
import { type Places, placed } from "./retailer-plan";

const minutesBack = 180;
const everyMinutes = 2;
/** Sold out or short things are left to the demo's traffic. */
const fewest = 6;

export type PastSale = { minutesAgo: number; store: string; sku: string };

/** What was sold at the tills in the last hours, oldest first; the silent store's last sale is a while ago. */
export function planPastSales(piecesOf: (good: (typeof goods)[number], store: string) => number): PastSale[] {
  const sales: PastSale[] = [];
  for (let minutesAgo = minutesBack; minutesAgo > 0; minutesAgo -= everyMinutes) {
    const drawn = createHash("sha256").update(`till ${minutesAgo}`).digest();
    const store = stores[drawn.readUInt16BE(0) % stores.length] ?? stores[0];
    if (store === silentStore && minutesAgo < silentForMinutes) continue;
    const sellable = goods.filter((good) => !good.mayOversell && piecesOf(good, store) >= fewest);
    const good = sellable[drawn.readUInt16BE(2) % sellable.length];
    if (good) sales.push({ minutesAgo, store, sku: good.tillSku });
  }
  return sales;
}

/** Sold by the till's own clock of then, so that its movements tell of it. */
export async function sellThePast(sitooUrl: string, { warehouses }: Places, sales: readonly PastSale[]): Promise<void> {
  const control = openControl(sitooUrl);
  try {
    for (const { minutesAgo, store, sku } of sales) {
      await control.put("/clock", { offsetSeconds: -minutesAgo * 60 });
      await control.post("/sell", { warehouseid: placed(warehouses, store), lines: [{ sku, quantity: 1 }] });
    }
  } finally {
    await control.put("/clock", { offsetSeconds: 0 });
  }
}
