import { z } from "zod";

const Sides = z.object({
  orders: z.number(),
  crossed: z.number(),
  held: z.number(),
  waiting: z.number(),
  byHand: z.number(),
  rounded: z.number(),
  shop: z.number(),
  till: z.number(),
  shopVat: z.number(),
  tillVat: z.number(),
  rounding: z.number(),
  heldAmount: z.number(),
  waitingAmount: z.number(),
  byHandAmount: z.number(),
  tillOfOpen: z.number(),
});
const RateSides = Sides.extend({ rate: z.string().nullable() });
const StoreSides = Sides.extend({ place: z.string(), name: z.string(), rates: z.array(RateSides) });
const Report = z.object({
  shopId: z.string(),
  currency: z.string(),
  zone: z.string(),
  names: z.object({ shop: z.string(), pos: z.string() }),
  today: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  days: z.array(Sides.extend({ day: z.string(), stores: z.array(StoreSides) })),
  total: Sides,
  rates: z.array(RateSides),
  elsewhere: z.array(z.object({ currency: z.string(), orders: z.number(), amount: z.number() })),
  void: z.number(),
  holding: z.array(
    z.object({ id: z.string(), kind: z.string(), sentence: z.string(), orders: z.number(), amount: z.number(), others: z.number() }),
  ),
});
export type FinanceReport = z.infer<typeof Report>;
export const Finance = z.object({
  shops: z.array(z.object({ id: z.string(), name: z.string() })),
  asOf: z.coerce.date(),
  report: Report.nullable(),
});
