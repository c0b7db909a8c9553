import { z } from "zod";

const held = { causeId: z.string().nullable(), orders: z.number(), amount: z.number(), currency: z.string() };
const changed = { changedBy: z.string().nullable(), changedAt: z.coerce.date().nullable() };

export const SkuMapping = z.object({
  theirs: z.string(),
  title: z.string(),
  barcode: z.string().nullable(),
  ours: z.string().nullable(),
  oursTitle: z.string().nullable(),
  isSold: z.boolean(),
  state: z.enum(["mapped", "same-code", "gap", "broken"]),
  source: z.string().nullable(),
  ...changed,
  ...held,
  sharing: z.number(),
});
export type SkuMapping = z.infer<typeof SkuMapping>;

export const mappingShows = ["all", "blocked", "gaps", "near", "one-sided", "duplicates", "mapped"] as const;
export type MappingShow = (typeof mappingShows)[number];
export type MappingCounts = Record<MappingShow, number>;

export const SkuPage = z.object({ rows: z.array(SkuMapping), counts: z.record(z.enum(mappingShows), z.number()), asOf: z.coerce.date() });
export type SkuPage = z.infer<typeof SkuPage>;

export const SafeMatch = z.object({
  theirs: z.string(),
  title: z.string(),
  barcode: z.string(),
  ours: z.string(),
  oursTitle: z.string(),
  orders: z.number(),
  amount: z.number(),
  currency: z.string(),
});
export type SafeMatch = z.infer<typeof SafeMatch>;

export const LocationMapping = z.object({
  theirs: z.string(),
  name: z.string(),
  isActive: z.boolean(),
  offersPickup: z.boolean(),
  ours: z.string().nullable(),
  warehouse: z.string().nullable(),
  storeName: z.string().nullable(),
  ...changed,
  ...held,
});
export type LocationMapping = z.infer<typeof LocationMapping>;

export const Warehouse = z.object({
  id: z.string(),
  name: z.string(),
  storeName: z.string().nullable(),
  isActive: z.boolean(),
  feeds: z.string().nullable(),
});
export type Warehouse = z.infer<typeof Warehouse>;

export const ServiceMapping = z.object({
  theirs: z.string(),
  ours: z.string().nullable(),
  oursTitle: z.string().nullable(),
  ...changed,
  ...held,
});
export type ServiceMapping = z.infer<typeof ServiceMapping>;

const Kind = z.enum(["sku", "location", "service"]);
const AnyKind = z.enum([...Kind.options, "promotion"]);
export const LinkBatch = z.object({
  batchId: z.string(),
  at: z.coerce.date(),
  by: z.string(),
  byName: z.string().nullable(),
  undoneAt: z.coerce.date().nullable(),
  changes: z.array(
    z.object({
      kind: AnyKind,
      theirs: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      name: z.string().nullable(),
      beforeName: z.string().nullable(),
      afterName: z.string().nullable(),
    }),
  ),
  count: z.number(),
  kinds: z.partialRecord(AnyKind, z.number()),
});
export type LinkBatch = z.infer<typeof LinkBatch>;

export const Foreseen = z.object({
  kind: AnyKind,
  theirs: z.string(),
  ours: z.string().nullable(),
  problem: z.string().nullable(),
  oursTitle: z.string().nullable(),
  sharing: z.array(z.string()),
  units: z.number().nullable(),
  unitsNext: z.number().nullable(),
});
export type Foreseen = z.infer<typeof Foreseen>;
export const Foresight = z.object({ edits: z.array(Foreseen), causeIds: z.array(z.string()) });

export const LineVerdict = z.object({
  line: z.number(),
  kind: z.string(),
  theirs: z.string(),
  ours: z.string(),
  name: z.string(),
  was: z.string().nullable(),
  wasName: z.string().nullable(),
  oursName: z.string().nullable(),
  verdict: z.enum(["new", "changes", "removes", "same", "wrong"]),
  why: z.string(),
});
export type LineVerdict = z.infer<typeof LineVerdict>;
export const CheckedCsv = z.object({
  lines: z.array(LineVerdict),
  edits: z.array(z.object({ kind: Kind, theirs: z.string(), ours: z.string().nullable() })),
});
export type CheckedCsv = z.infer<typeof CheckedCsv>;
