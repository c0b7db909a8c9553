import { z } from "zod";

const time = z.coerce.date();
const maybeTime = time.nullable();

export const DriftRow = z.object({
  shopId: z.string(),
  shopName: z.string(),
  locationId: z.string(),
  locationName: z.string(),
  sku: z.string(),
  title: z.string(),
  onShelf: z.number().nullable(),
  reserved: z.number().nullable(),
  unseenUnits: z.number(),
  buffer: z.number(),
  sellable: z.number().nullable(),
  shopAvailable: z.number().nullable(),
  drift: z.number().nullable(),
  amount: z.number(),
  currency: z.string(),
  driftSince: maybeTime,
  isInFlight: z.boolean(),
  isUrgent: z.boolean(),
  markedAt: maybeTime,
  confirmedAt: maybeTime,
  writtenAt: maybeTime,
  lagMs: z.number().nullable(),
  heldBy: z.string(),
  edits: z.number(),
  editsUp: z.number(),
  wanted: z
    .object({ sold: z.number(), weekly: z.number(), elsewhere: z.array(z.object({ store: z.string(), units: z.number() })) })
    .nullable(),
});
export type DriftRow = z.infer<typeof DriftRow>;

export const DriftCounts = z.object({
  all: z.number(),
  differs: z.number(),
  danger: z.number(),
  lost: z.number(),
  "in-flight": z.number(),
  held: z.number(),
  wanted: z.number(),
  edited: z.number(),
  known: z.number(),
  oldestConfirmedAt: maybeTime,
  money: z.array(z.object({ currency: z.string(), danger: z.number(), lost: z.number() })),
});
export type DriftCounts = z.infer<typeof DriftCounts>;

export const DriftPage = z.object({ rows: z.array(DriftRow), counts: DriftCounts, next: z.string().nullable(), asOf: time });
export type DriftPage = z.infer<typeof DriftPage>;

export const LastCompare = z.object({
  shopId: z.string(),
  shopName: z.string(),
  zone: z.string(),
  runId: z.string(),
  startedAt: time,
  endedAt: maybeTime,
  state: z.string(),
  message: z.string(),
  compared: z.number(),
  inFlight: z.number(),
  differ: z.number(),
  fixed: z.number(),
});
export type LastCompare = z.infer<typeof LastCompare>;
export const LastCompares = z.object({ compares: z.array(LastCompare), asOf: time });
export type LastCompares = z.infer<typeof LastCompares>;

const LocationStock = z.object({
  shopId: z.string(),
  shopName: z.string(),
  locationId: z.string(),
  locationName: z.string(),
  warehouses: z.array(z.string()),
  sku: z.string(),
  posSku: z.string(),
  onShelf: z.number().nullable(),
  reserved: z.number().nullable(),
  unseenUnits: z.number(),
  buffer: z.number(),
  sellable: z.number().nullable(),
  rule: z.string().nullable(),
  shopAvailable: z.number().nullable(),
  isInFlight: z.boolean(),
  confirmedAt: maybeTime,
  lagMs: z.number().nullable(),
  driftSince: maybeTime,
  heldBy: z.string(),
  mayOversell: z.boolean(),
  isTracked: z.boolean(),
  isStocked: z.boolean(),
  allowed: z.number(),
  allowedUntil: maybeTime,
  edits: z.number(),
  editsUp: z.number(),
});
export type LocationStock = z.infer<typeof LocationStock>;

const BufferRule = z.object({ shopId: z.string(), locationId: z.string(), category: z.string(), units: z.number(), isOwn: z.boolean() });
export type BufferRule = z.infer<typeof BufferRule>;

export const SkuStock = z.object({
  sku: z.string(),
  title: z.string(),
  barcode: z.string().nullable(),
  category: z.string(),
  locations: z.array(LocationStock),
  buffers: z.array(BufferRule),
  causes: z.array(
    z.object({ id: z.string(), state: z.string(), sentence: z.string(), nextStep: z.string(), title: z.string(), openedAt: time }),
  ),
  asOf: time,
});
export type SkuStock = z.infer<typeof SkuStock>;

export const PairEvent = z.object({
  at: time,
  side: z.enum(["pos", "shop"]),
  what: z.string(),
  change: z.number().nullable(),
  posAfter: z.number().nullable(),
  shopAfter: z.number().nullable(),
  text: z.string(),
});
export type PairEvent = z.infer<typeof PairEvent>;
export const PairTimeline = z.object({ rows: z.array(PairEvent), asOf: time });

export const BufferRules = z.object({
  buffers: z.array(
    z.object({
      shopId: z.string(),
      sku: z.string(),
      category: z.string(),
      locationId: z.string(),
      units: z.number(),
      changedAt: time,
      locationName: z.string(),
      title: z.string(),
      by: z.string(),
      products: z.number(),
    }),
  ),
  categories: z.array(z.object({ category: z.string(), products: z.number() })),
});
export type BufferRules = z.infer<typeof BufferRules>;
export type NamedBuffer = BufferRules["buffers"][number];
