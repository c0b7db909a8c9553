import { z } from "zod";

import type { WarehouseId } from "@/lib/domain/ids";

import type { Hint } from "../connector";

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
