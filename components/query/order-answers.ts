import { z } from "zod";

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
