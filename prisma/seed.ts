import { pathToFileURL } from "node:url";

import { readCatalogue } from "@/inngest/functions/pull-catalogue";
import { db, inTransaction } from "@/lib/data/client";
import { emit } from "@/lib/data/outbox";
import { env } from "@/lib/env";

import { connect, setUpSimulators } from "./seed/connect-retailer";
import { demoPlan } from "./seed/demo-plan";
import { letFaultsIn } from "./seed/faults";
import { openSaturday } from "./seed/open-saturday";
import { type Addresses, placed } from "./seed/retailer-plan";
import { seedOwnership } from "./seed/seed-ownership";
import { seedPeople } from "./seed/seed-people";
import { piecesOf, stockPos, stockShop } from "./seed/stock-shelves";
import { planPastSales, sellThePast } from "./seed/till-history";

const historyHours = 48;
const historyOrders = 120;

/** The demo: both platforms filled, connected, and read for the first time. What orders did until now the flows find out themselves. */
export async function seed(addresses: Addresses): Promise<{ posId: string; shopId: string; orders: number }> {
  const setUp = await setUpSimulators(addresses, demoPlan);
  const places = { warehouses: setUp.pos.warehouses, locations: setUp.shop.locations };
  const sales = planPastSales(piecesOf);
  await Promise.all([stockPos(addresses.sitooUrl, places, sales), stockShop(addresses.shopifyUrl, places)]);
  await sellThePast(addresses.sitooUrl, places, sales);
  const orders = await openSaturday(addresses.sitooUrl, places, { orders: historyOrders, hours: historyHours });

  const { posId, shopId } = await connect(addresses, demoPlan, setUp, async (tx, { posId }) => {
    await seedPeople(tx, (store) => `${posId}:${placed(places.warehouses, store)}`);
    await seedOwnership(tx);
  });
  await letFaultsIn(addresses);
  await inTransaction((tx) =>
    emit(
      tx,
      [posId, shopId].map((connectionId) => ({ name: "connections/audit.requested", data: { connectionId } })),
    ),
  );
  await Promise.all([readCatalogue(posId, true), readCatalogue(shopId, true)]);
  return { posId, shopId, orders };
}

async function main(): Promise<void> {
  const { PARITY_SIMULATORS: simulators, NEXTAUTH_URL: appUrl } = env;
  if (!simulators) throw new Error("PARITY_SIMULATORS says where the simulators listen, and is not set: only the demo is seeded.");
  const { orders } = await seed({ sitooUrl: simulators.sitoo, shopifyUrl: simulators.shopify, appUrl });
  console.log(`The demo's retailer is set up; ${orders} web orders wait for the flows.`);
  await db.$disconnect();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
