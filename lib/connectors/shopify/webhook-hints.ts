import { z } from "zod";

import type { LocationId, ShopOrderId } from "@/lib/domain/ids";

import type { Hint } from "../connector";

// Numbers in the body, gids in a few places: the digits at the end are the id.
const Id = z.union([z.int().transform(String), z.string().regex(/\d+$/)]).transform((id) => /\d+$/.exec(id)?.[0] ?? id);
const WithOrder = z.object({ order_id: Id }).transform(({ order_id }) => order_id);
const OrderBody = z.union([
  z.object({ order_edit: WithOrder }).transform(({ order_edit }) => order_edit),
  z.object({ id: Id }).transform(({ id }) => id),
]);
const FulfilmentBody = z.union([
  WithOrder,
  z.object({ fulfillment_order: WithOrder }).transform((body) => body.fulfillment_order),
  z.object({ moved_fulfillment_order: WithOrder }).transform((body) => body.moved_fulfillment_order),
  z.object({ original_fulfillment_order: WithOrder }).transform((body) => body.original_fulfillment_order),
]);
const LevelBody = z.object({ inventory_item_id: Id, location_id: Id });
const ProductBody = z.object({ id: Id });

/** Null: the body is not what this topic promises. */
export function hintsOf(topic: string, body: unknown): Hint[] | null {
  const [subject] = topic.split("/");
  switch (subject) {
    case "orders":
      return read(OrderBody, body, orderHint);
    case "fulfillment_orders":
      return read(FulfilmentBody, body, orderHint) ?? [unnamed];
    case "inventory_levels":
      return read(LevelBody, body, (level) => ({
        about: "stock",
        itemId: level.inventory_item_id,
        locationId: level.location_id as LocationId,
      }));
    case "products":
      return read(ProductBody, body, ({ id }) => ({ about: "catalogue", remoteId: id }));
    case "locations":
      return [{ about: "location" }];
    default:
      return [{ about: "nothing", reason: `${topic} concerns nothing of ours` }];
  }
}

/** Kept where the order could not be looked up either. */
export const unnamed: Hint = { about: "nothing", reason: "it names no order; the order's own update follows" };

const FulfilmentGid = z.object({ id: z.string().regex(/^gid:\/\/shopify\/FulfillmentOrder\/\d+$/) }).transform(({ id }) => id);
const FulfilmentIds = z.union([
  z.object({ fulfillment_order: FulfilmentGid }).transform((body) => body.fulfillment_order),
  z.object({ original_fulfillment_order: FulfilmentGid }).transform((body) => body.original_fulfillment_order),
]);

/** The fulfilment order that a body is about, as its gid. */
export const fulfilmentOf = (body: unknown): string | null => FulfilmentIds.safeParse(body).data ?? null;

export const orderHint = (id: string): Hint => ({ about: "order", orderId: id as ShopOrderId });

function read<T>(schema: z.ZodType<T>, body: unknown, hint: (parsed: T) => Hint): Hint[] | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? [hint(parsed.data)] : null;
}
