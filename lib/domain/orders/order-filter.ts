import { z } from "zod";

export const orderStates = ["", "open", "ready", "waiting", "held", "done"] as const;
export const promises = ["", "broken", "4h", "today"] as const;

/** One shape for the page's address, the API and the counts that lead here. */
export const OrderFilter = z.object({
  q: z.string().max(100).catch(""),
  /** `open`: not at the till yet, whatever the reason. */
  state: z.enum(orderStates).catch(""),
  /** Promised to a customer before this, and not at the till. Each includes the one before. */
  promise: z.enum(promises).catch(""),
  shop: z.union([z.uuid(), z.literal("")]).catch(""),
  /** `today`: was held and went through today without a person releasing it. */
  healed: z.enum(["", "today"]).catch(""),
  /** `1`: due now and not under way, the backlog of the sender. */
  due: z.enum(["", "1"]).catch(""),
});
export type OrderFilter = z.infer<typeof OrderFilter>;
