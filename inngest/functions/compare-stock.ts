import { openPort } from "@/lib/connectors/open-port";
import { db, inTransaction } from "@/lib/data/client";
import { listOldEdits } from "@/lib/data/compare-stock";
import { getConnection, listConnections } from "@/lib/data/connections";
import { listMappedLocations } from "@/lib/data/find-pairs";
import { pruneOrderUnits } from "@/lib/data/order-units";
import { emit } from "@/lib/data/outbox";
import { pruneMovements } from "@/lib/data/pos-movements";
import { releaseHeld } from "@/lib/data/raise-causes";
import { endRun, startRun } from "@/lib/data/records";
import { pruneStockEntries } from "@/lib/data/stock-entries";
import type { LocationId, WarehouseId } from "@/lib/domain/ids";
import { hourIn } from "@/lib/domain/stock/hour-in";

import { inngest } from "../client";
import { compareRequested } from "../events";
import { type ComparePorts, compareLocation } from "./compare-stock/compare-location";
import { recordDifferences } from "./compare-stock/record-findings";

/** Nothing runs never or twice at this hour when clocks change. */
const nightlyHour = 4;

/** Asked every hour which stores are in their night: one function cannot have a zone for each. */
export const compareNightly = inngest.createFunction(
  { id: "compare-nightly", name: "Compare all stock at night", triggers: [{ cron: "0 * * * *" }], concurrency: 1, retries: 2 },
  async ({ step }) =>
    step.run("ask", async () => {
      const shops = (await listConnections({ role: "shop" })).filter(
        ({ zone, isPaused }) => !isPaused && hourIn(zone, new Date()) === nightlyHour,
      );
      await inTransaction(async (tx) => {
        for (const { id } of shops) await releaseHeld(tx, await listOldEdits(tx, id));
        await emit(
          tx,
          shops.map(({ id }) => ({ name: "stock/compare.requested", data: { shopId: id } })),
        );
      });
      await Promise.all([pruneOrderUnits(db), pruneMovements(db), pruneStockEntries(db)]);
      return shops.map(({ name }) => name);
    }),
);

/** The slow census: every product at every mapped location of a shop, both sides. */
export const compareStock = inngest.createFunction(
  {
    id: "compare-stock",
    name: "Compare all stock",
    triggers: [compareRequested],
    concurrency: [{ limit: 2 }, { key: "event.data.shopId", limit: 1 }],
    retries: 3,
  },
  async ({ event, step }) => {
    const { shopId } = event.data;
    const begun = await step.run("begin", async () => ({
      runId: await startRun("compare-stock", shopId),
      places: await listMappedLocations(shopId),
    }));
    const total = { compared: 0, differ: 0, inFlight: 0 };
    let message = "";
    for (const { locationId, name, warehouseIds } of begun.places) {
      try {
        const place = { locationId: locationId as LocationId, name, warehouseIds: warehouseIds as WarehouseId[] };
        const found = await step.run(`location-${locationId}`, () => compareAt(begun.runId, shopId, place));
        total.compared += found.compared;
        total.differ += found.differ;
        total.inFlight += found.inFlight;
      } catch (error) {
        message = `${name} could not be compared: ${error instanceof Error ? error.message : String(error)}`;
      }
    }
    await step.run("end", () => endRun(db, begun.runId, total, message));
    return total;
  },
);

type Place = { locationId: LocationId; name: string; warehouseIds: WarehouseId[] };

/** Throws ConnectorError: the step is tried again. */
export async function compareAt(
  runId: string,
  shopId: string,
  place: Place,
): Promise<{ compared: number; differ: number; inFlight: number }> {
  const shop = await getConnection(shopId);
  if (!shop.posId) return { compared: 0, differ: 0, inFlight: 0 };
  const pos = await getConnection(shop.posId);
  const ports: ComparePorts = {
    posStock: openPort(pos, "posStock"),
    posOrders: openPort(pos, "posOrders"),
    stock: openPort(shop, "stock"),
  };
  const { differing, compared, inFlight } = await compareLocation(ports, shop, pos, place);
  await recordDifferences(runId, { id: shop.id, posId: pos.id, currency: shop.currency }, place, differing);
  return { compared, differ: differing.length, inFlight };
}
