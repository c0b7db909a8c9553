import { z } from "zod";

import type { WarehouseId } from "@/lib/domain/ids";

import type { Hint, PosOrderNews } from "../connector";

const id = z.union([z.int(), z.string().min(1)]).transform(String);

/** `data` differs by type and is only partly documented: whatever is missing means less of a hint, not an unreadable event. */
export const SitooEvent = z.object({
  event_id: z.string().min(1),
  event_type: z.string().min(1),
  event_date: z.number().min(0).max(4e9),
  data: z.object({ order_id: id.optional(), warehouse_id: id.nullish() }).optional(),
});
export type SitooEvent = z.output<typeof SitooEvent>;

export function hintsOf({ event_type, data }: SitooEvent): Hint[] {
  switch (event_type) {
    case "order":
    case "booking":
    case "order-delivery":
      return data?.order_id === undefined ? [nothing(`${event_type} without an order`)] : [{ about: "pos-order", orderId: data.order_id }];
    case "warehouse-transaction":
      return [{ about: "stock", ...(data?.warehouse_id && { warehouseId: data.warehouse_id as WarehouseId }) }];
    case "z-report":
    case "store-z-report":
      return [nothing("Z-reports are read at night")];
    default:
      return [nothing(`${event_type} concerns nothing of ours`)];
  }
}

const nothing = (reason: string): Hint => ({ about: "nothing", reason });

const Told = z.object({
  data: z.object({
    order_event_type: z.string().optional(),
    order_state_changed: z.string().optional(),
    order_delivery_state_changed: z.string().optional(),
  }),
});

/** Contract sitoo 8: a state is named only where it changed; an older edition put "closed" into the event's type. */
export function newsIn(topic: string, body: string): PosOrderNews | null {
  const told = Told.safeParse(jsonIn(body)).data?.data;
  if (!told) return null;
  if (topic === "order-delivery") return told.order_delivery_state_changed === "delivered" ? "delivered" : null;
  const said = [told.order_state_changed, told.order_event_type];
  if (said.includes("cancelled")) return "cancelled";
  if (said.includes("closed")) return "closed";
  if (said.includes("ready-for-pickup")) return "ready";
  return said.includes("add") ? "made" : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // stored as it came, also where it was no JSON
  }
}
