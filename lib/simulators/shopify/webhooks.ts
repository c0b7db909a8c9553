import { findProduct } from "./catalogue";
import { type FulfilmentRow, findFulfilmentOrder, listFulfilmentOrders } from "./fulfilment-source";
import { gid, idOf } from "./ids";
import { levelBody } from "./levels";
import { findLocation } from "./locations";
import type { Order } from "./orders";
import type { Shop } from "./shop";
import { fulfilmentBody, orderBody, orderEditBody, productBody } from "./webhook-bodies";
import { openWebhookQueue, type Raised } from "./webhook-queue";

/** What happened, told to whoever has subscribed. Bodies have the old REST shapes. */
export function openWebhooks(shopOf: () => Shop, parts: Parameters<typeof openWebhookQueue>[0]) {
  const queue = openWebhookQueue(parts);
  let gathered: Map<string, () => Raised> | null = null;
  let isSilent = false;

  /** Within one change the last word about a thing counts. */
  function tell(key: string, raised: () => Raised): void {
    if (isSilent) return;
    if (!gathered) queue.raise([raised()]);
    else {
      gathered.delete(key);
      gathered.set(key, raised);
    }
  }

  const placesOf = (order: Order) =>
    parts.faults.settings().silentStores.length === 0 ? [] : listFulfilmentOrders(shopOf(), order.id).map(({ location }) => location);

  const fulfilmentOrder = (id: number) => {
    const row = findFulfilmentOrder(shopOf(), id);
    return { id: gid("FulfillmentOrder", id), status: row?.status.toLowerCase() ?? null, assigned_location_id: row?.location ?? null };
  };

  return {
    start: queue.start,
    stop: queue.stop,

    /** One transaction; its events are committed with it, each thing once. */
    together<T>(work: () => T): T {
      return parts.state.transaction(() => {
        if (gathered) return work();
        gathered = new Map();
        try {
          const result = work();
          queue.raise([...gathered.values()].map((raised) => raised()));
          return result;
        } finally {
          gathered = null;
        }
      });
    },

    silently<T>(work: () => T): T {
      const before = isSilent;
      isSilent = true;
      try {
        return work();
      } finally {
        isSilent = before;
      }
    },

    levelChanged(item: number, location: number): void {
      const topic = "inventory_levels/update";
      tell(`${topic} ${item} ${location}`, () => ({
        topic,
        about: `${idOf("InventoryItem", item)}@${location}`,
        body: levelBody(shopOf(), item, location),
        locations: [location],
      }));
    },
    levelConnected(item: number, location: number): void {
      const topic = "inventory_levels/connect";
      tell(`${topic} ${item} ${location}`, () => ({
        topic,
        about: `${idOf("InventoryItem", item)}@${location}`,
        body: levelBody(shopOf(), item, location),
        locations: [location],
      }));
    },
    orderChanged(topic: string, order: Order): void {
      const about = String(idOf("Order", order.id));
      tell(`${topic} ${order.id}`, () => ({ topic, about, body: orderBody(order), locations: placesOf(order) }));
    },
    orderEdited(order: Order, added: readonly object[], removed: readonly object[]): void {
      const about = String(idOf("Order", order.id));
      const body = orderEditBody(order, added, removed);
      tell(`orders/edited ${order.id}`, () => ({ topic: "orders/edited", about, body, locations: placesOf(order) }));
    },
    fulfilmentOrderChanged(topic: string, id: number): void {
      tell(`${topic} ${id}`, () => {
        const body = fulfilmentOrder(id);
        return { topic, about: body.id, body: { fulfillment_order: body }, locations: [] };
      });
    },
    fulfilmentOrderMoved(original: number, moved: number | null, from: number): void {
      const topic = "fulfillment_orders/moved";
      tell(`${topic} ${original}`, () => ({
        topic,
        about: gid("FulfillmentOrder", original),
        body: {
          original_fulfillment_order: fulfilmentOrder(original),
          moved_fulfillment_order: fulfilmentOrder(moved ?? original),
          source_location: { id: gid("Location", from) },
          destination_location_id: String(findFulfilmentOrder(shopOf(), moved ?? original)?.location ?? ""),
        },
        locations: [],
      }));
    },
    fulfilmentChanged(topic: string, id: number): void {
      tell(`${topic} ${id}`, () => {
        const row = parts.state.one<FulfilmentRow>("select * from fulfilment where id = ?", id);
        if (!row) throw new Error(`There is no fulfilment ${id}`);
        return { topic, about: String(idOf("Fulfillment", id)), body: fulfilmentBody(row), locations: [row.location] };
      });
    },
    productChanged(topic: string, id: number): void {
      tell(`${topic} ${id}`, () => {
        const product = findProduct(shopOf(), id);
        return {
          topic,
          about: String(idOf("Product", id)),
          body: product ? productBody(product) : { id: idOf("Product", id) },
          locations: [],
        };
      });
    },
    locationChanged(topic: string, id: number): void {
      tell(`${topic} ${id}`, () => {
        const location = findLocation(shopOf(), id);
        const body = {
          id,
          admin_graphql_api_id: gid("Location", id),
          name: location?.doc.name ?? null,
          active: location?.active ?? false,
          updated_at: new Date(location?.doc.updatedAt ?? 0).toISOString(),
        };
        return { topic, about: String(id), body, locations: [] };
      });
    },
    scopesChanged(previous: readonly string[], current: readonly string[]): void {
      const body = { id: idOf("AppInstallation", 1), previous, current, updated_at: new Date(parts.clock.nowMs()).toISOString() };
      tell("app/scopes_update", () => ({ topic: "app/scopes_update", about: "app", body, locations: [] }));
    },
  };
}
export type Webhooks = ReturnType<typeof openWebhooks>;
