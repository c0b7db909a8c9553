import { z } from "zod";

import { OrderFact } from "@/lib/domain/orders/order-fact";

const time = z.coerce.date();
const Address = z.object({
  name: z.string(),
  street: z.string(),
  street2: z.string(),
  zip: z.string(),
  city: z.string(),
  country: z.string(),
  phone: z.string(),
});
export type ToldAddress = z.infer<typeof Address>;

export const StoryStep = z.enum([
  "placed",
  "told",
  "found",
  "planned",
  "sent",
  "answered",
  "unclear",
  "refused",
  "confirmed",
  "different",
  "held",
  "freed",
  "released",
  "corrected",
  "linked",
  "skipped",
  "waiting",
  "failed",
  "at-till",
]);
const StoryMoment = z.object({
  id: z.string(),
  at: time,
  step: StoryStep,
  place: z.string(),
  title: z.string(),
  text: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string(), isId: z.boolean() })),
  causeId: z.string().nullable(),
  runId: z.string().nullable(),
});
export type ToldMoment = z.infer<typeof StoryMoment>;

const ComparedField = z.object({
  field: z.string(),
  shop: z.string(),
  sent: z.string(),
  till: z.string().nullable(),
  verdict: z.enum(["equal", "mapped", "rounding", "differs", "absent"]),
});
const ComparedGroup = z.object({ title: z.string(), fields: z.array(ComparedField) });
export type ToldGroup = z.infer<typeof ComparedGroup>;

/** One order's way through both systems, as the office's API tells it. */
export const ToldOrder = z.object({
  shopId: z.string(),
  orderId: z.string(),
  name: z.string(),
  shopName: z.string(),
  posName: z.string(),
  shopHref: z.string().nullable(),
  headline: z.object({ text: z.string(), tone: z.enum(["good", "warn", "bad", "info", "neutral"]) }),
  state: z.string(),
  attempts: z.number(),
  notBefore: time,
  placedAt: time.nullable(),
  promiseAt: time.nullable(),
  amount: z.number(),
  currency: z.string(),
  payment: z.string().nullable(),
  version: z.string().nullable(),
  customer: z
    .object({ name: z.string(), email: z.string(), phone: z.string(), billing: Address.nullable(), shipping: Address.nullable() })
    .nullable(),
  isMasked: z.boolean(),
  sent: z.array(
    z.object({
      key: z.string(),
      isByHand: z.boolean(),
      state: z.string(),
      attempts: z.number(),
      remoteId: z.string().nullable(),
      placeName: z.string(),
      confirmedAt: time.nullable(),
      reservedUntil: time.nullable(),
      href: z.string().nullable(),
    }),
  ),
  causes: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      exceptionState: z.string(),
      heldAt: time,
      releasedAt: time.nullable(),
      sentence: z.string(),
      title: z.string(),
      nextStep: z.string(),
    }),
  ),
  corrections: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      was: z.string().nullable(),
      value: z.string().nullable(),
      reason: z.string(),
      byName: z.string().nullable(),
      at: time,
      withdrawnAt: time.nullable(),
      isOvertaken: z.boolean(),
    }),
  ),
  link: z
    .object({
      remoteId: z.string(),
      reason: z.string(),
      difference: z.string(),
      byName: z.string().nullable(),
      at: time,
      whyNotUndone: z.string().nullable(),
    })
    .nullable(),
  whyNotCorrected: z.string().nullable(),
  whyNotLinkable: z.string().nullable(),
  story: z.array(StoryMoment),
  compared: z.array(ComparedGroup),
  readBackAt: time.nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      sku: z.string().nullable(),
      tillSku: z.string().nullable(),
      quantity: z.number(),
      remaining: z.number().nullable(),
      paid: z.number(),
      rate: z.string(),
      places: z.array(z.string()),
      causeId: z.string().nullable(),
    }),
  ),
  mayLook: z.boolean(),
  maySeeRaw: z.boolean(),
  asOf: time,
});
export type ToldOrder = z.infer<typeof ToldOrder>;

export const ListedOrder = z.object({
  shopId: z.string(),
  orderId: z.string(),
  name: z.string(),
  shopName: z.string(),
  state: z.string(),
  outcome: z.string(),
  reason: z.string(),
  amount: z.number(),
  currency: z.string(),
  units: z.number(),
  seenAt: time,
  promiseAt: time.nullable(),
  settledAt: time.nullable(),
  causes: z.array(z.object({ id: z.string(), sentence: z.string() })),
});
export type ListedOrder = z.infer<typeof ListedOrder>;

export const OrderTotals = z.object({
  orders: z.number(),
  people: z.number(),
  amounts: z.array(z.object({ currency: z.string(), amount: z.number() })),
  oldestAt: time.nullable(),
  money: z
    .array(z.object({ currency: z.string(), shop: z.number(), till: z.number(), shopVat: z.number(), tillVat: z.number() }))
    .nullable(),
});
export type OrderTotals = z.infer<typeof OrderTotals>;

/** What of an order can be corrected. `original` and `value` null: not for this role. */
export const OrderFacts = z.object({
  name: z.string(),
  shopName: z.string(),
  shopHref: z.string().nullable(),
  whyNotCorrected: z.string().nullable(),
  whyNotLinkable: z.string().nullable(),
  facts: z.array(
    z.object({
      fact: OrderFact,
      label: z.string(),
      problem: z.enum(["missing", "malformed"]).nullable(),
      original: z.string().nullable(),
      correction: z
        .object({ id: z.string(), value: z.string().nullable(), byName: z.string().nullable(), at: time, isOvertaken: z.boolean() })
        .nullable(),
    }),
  ),
  locations: z.array(z.object({ id: z.string(), name: z.string(), warehouse: z.string().nullable() })),
});
export type OrderFacts = z.infer<typeof OrderFacts>;
export type ToldFact = OrderFacts["facts"][number];

const Side = z.object({ quantity: z.number(), paid: z.number() }).nullable();
/** What the till holds under a number, beside the web order. */
export const TillOrder = z.object({
  number: z.string(),
  id: z.string(),
  state: z.string(),
  placeName: z.string(),
  href: z.string().nullable(),
  sides: z.object({
    totals: z.object({ web: z.number(), till: z.number(), currency: z.string() }),
    rows: z.array(z.object({ title: z.string(), sku: z.string(), web: Side, till: Side })),
    isEqual: z.boolean(),
  }),
  whyNot: z.string().nullable(),
});
export type TillOrder = z.infer<typeof TillOrder>;
