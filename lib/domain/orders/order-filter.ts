import { z } from "zod";

export const orderStates = ["", "open", "ready", "waiting", "held", "done"] as const;
export const promises = ["", "broken", "4h", "today", "day"] as const;
/**
 * What an order is to finance. `counted`: meant for the till. `crossed`: there, read back and equal. `missing`: counted and not crossed, because
 * it is `held`, still `waiting`, or a person settled it `by-hand`. `rounding`: crossed with a VAT that differs by arithmetic. `void`: cancelled on both sides, or never for the till.
 */
export const moneyStates = ["", "counted", "crossed", "missing", "held", "waiting", "by-hand", "rounding", "void"] as const;
export type MoneyState = (typeof moneyStates)[number];

/** One shape for the page's address, the API and the counts that lead here. */
export const OrderFilter = z.object({
  q: z.string().max(100).catch(""),
  /** `open`: not at the till yet, whatever the reason. */
  state: z.enum(orderStates).catch(""),
  /** Promised to a customer before this, and not at the till: each includes the one before. `day`: promised on this day, at the till or not. */
  promise: z.enum(promises).catch(""),
  shop: z.union([z.uuid(), z.literal("")]).catch(""),
  /** `today`: was held and went through today without a person releasing it. */
  healed: z.enum(["", "today"]).catch(""),
  /** `1`: due now and not under way, the backlog of the sender. */
  due: z.enum(["", "1"]).catch(""),
  what: z.enum(moneyStates).catch(""),
  /** First and last day on which it was placed, in the shop's zone. */
  from: z.union([z.iso.date(), z.literal("")]).catch(""),
  to: z.union([z.iso.date(), z.literal("")]).catch(""),
  /** A warehouse of the till, `shop:` and a location that is not mapped, or `none`. */
  store: z.string().max(100).catch(""),
  /** VAT per cent of some of its rows; `none`: money that no line of the order explains. */
  rate: z.union([z.string().regex(/^\d+(\.\d+)?$/), z.literal("none"), z.literal("")]).catch(""),
  currency: z.union([z.string().regex(/^[A-Z]{3}$/), z.literal("")]).catch(""),
  /** Some of its prices are explained by this promotion. */
  promotion: z.union([z.uuid(), z.literal("")]).catch(""),
  /** Held by this cause. */
  cause: z.union([z.uuid(), z.literal("")]).catch(""),
});
export type OrderFilter = z.infer<typeof OrderFilter>;
