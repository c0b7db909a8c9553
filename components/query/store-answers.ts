import { z } from "zod";

const time = z.coerce.date();
const StoreOrder = z.object({
  shopId: z.string(),
  orderId: z.string(),
  name: z.string(),
  shopName: z.string(),
  placeName: z.string(),
  stage: z.enum(["coming", "to-pick", "ready", "done"]),
  remoteId: z.string().nullable(),
  atTillSince: time.nullable(),
  readyAt: time.nullable(),
  endedAt: time.nullable(),
  /** How it ended. */
  ended: z.enum(["handed-over", "cancelled"]).nullable(),
  promiseAt: time.nullable(),
  isPickup: z.boolean(),
  customer: z.string(),
  lines: z.array(z.object({ title: z.string(), quantity: z.number(), sku: z.string() })),
  why: z.string(),
  heldSince: time.nullable(),
  helper: z.string(),
});
export type StoreOrder = z.infer<typeof StoreOrder>;

export const Store = z.object({
  orders: z.array(StoreOrder),
  stock: z.array(
    z.object({
      placeName: z.string(),
      shopName: z.string(),
      confirmedAt: time.nullable(),
      isLive: z.boolean(),
      text: z.string(),
      products: z.number(),
    }),
  ),
  asOf: time,
});
export type Store = z.infer<typeof Store>;
