import { openPort } from "@/lib/connectors/open-port";
import { connectors } from "@/lib/connectors/registry";
import { secretSettings } from "@/lib/connectors/secret-settings";
import { type Db, inTransaction } from "@/lib/data/client";
import { createConnection, type NewConnection } from "@/lib/data/connections";
import { saveLinks } from "@/lib/data/links";
import type { ConnectionId } from "@/lib/domain/ids";
import type { LinkEdit } from "@/lib/domain/mapping/link";

import { type Addresses, type Places, placed, type RetailerPlan } from "./retailer-plan";
import { aimEvents, type PosSetUp, setUpPos } from "./set-up-pos";
import { type ShopSetUp, setUpShop } from "./set-up-shop";

export type Connected = Places & { posId: ConnectionId; shopId: ConnectionId };
type SetUp = { pos: PosSetUp; shop: ShopSetUp };

/** Empties both simulators, sets them up as planned and connects them. Needs the simulators and the database, nothing else. */
export async function connectRetailer(addresses: Addresses, plan: RetailerPlan): Promise<Connected> {
  return connect(addresses, plan, await setUpSimulators(addresses, plan));
}

export async function setUpSimulators({ sitooUrl, shopifyUrl }: Addresses, plan: RetailerPlan): Promise<SetUp> {
  const [pos, shop] = await Promise.all([setUpPos(sitooUrl, plan), setUpShop(shopifyUrl, plan)]);
  return { pos, shop };
}

/** The connections, what the platforms must know of us, and the first mappings: all of it or nothing, with what is done `alongside`. */
export async function connect(
  { appUrl }: Addresses,
  plan: RetailerPlan,
  { pos, shop }: SetUp,
  alongside?: (tx: Db, connected: Connected) => Promise<void>,
): Promise<Connected> {
  const places = { warehouses: pos.warehouses, locations: shop.locations };
  const shared = { currency: plan.currency, zone: plan.zone, ...(plan.options ? { options: plan.options } : {}) };
  return inTransaction(async (tx) => {
    const posId = await create(tx, {
      ...shared,
      code: `${plan.code.slice(0, 2)}0`,
      platform: "sitoo",
      role: "pos",
      name: plan.posName,
      settings: pos.settings,
    });
    const shopId = await create(tx, {
      ...shared,
      code: plan.code,
      platform: "shopify",
      role: "shop",
      name: plan.shopName,
      posId,
      settings: shop.settings,
    });
    await saveLinks(tx, shopId, firstLinks(plan, places), "set-up", "person");
    await alongside?.(tx, { posId, shopId, ...places });

    await aimEvents(pos.settings, `${appUrl}/api/webhooks/${posId}`);
    const subscribed = openPort({ id: shopId, platform: "shopify", settings: shop.settings }, "webhooks");
    await subscribed.ensureSubscribed(`${appUrl}/api/webhooks/${shopId}`);
    return { posId, shopId, ...places };
  });
}

function create(tx: Db, connection: NewConnection): Promise<ConnectionId> {
  const connector = connectors[connection.platform];
  if (!connector) throw new Error(`There is no connector for ${connection.platform}`);
  return createConnection(tx, connection, secretSettings(connector));
}

function firstLinks({ locations, services }: RetailerPlan, places: Places): LinkEdit[] {
  const mapped = locations.flatMap(({ name, warehouse }) =>
    warehouse === null ? [] : [{ name, ours: String(placed(places.warehouses, warehouse)) }],
  );
  return [
    ...mapped.map(({ name, ours }) => ({ kind: "location" as const, theirs: placed(places.locations, name), ours })),
    ...services.map(({ key, sku }) => ({ kind: "service" as const, theirs: key, ours: sku })),
  ];
}
