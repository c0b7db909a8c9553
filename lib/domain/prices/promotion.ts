import { z } from "zod";

import { Sku } from "../ids";
import { Rate } from "../money";

/** Which web products it is about. */
export const Scope = z.discriminatedUnion("of", [
  z.object({ of: z.literal("all") }),
  z.object({ of: z.literal("list"), skus: z.array(Sku).min(1, "Name at least one product.").max(2_000) }),
  z.object({ of: z.literal("prefix"), prefix: z.string().trim().min(1, "Say how the codes begin.").max(64) }),
]);
export type Scope = z.infer<typeof Scope>;

/** Against the till's price for one. Per cent above zero take off, below zero put on; a fixed price contains VAT as the till's does. */
export const Effect = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("percent"),
    percent: z
      .string()
      .regex(/^-?\d{1,3}(\.\d{1,2})?$/, "A number such as 20 or 12.5.")
      .refine((percent) => Number(percent) !== 0 && Number(percent) < 100, "More than 0 and less than 100."),
  }),
  z.object({ by: z.literal("price"), price: z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,3})?$/, "A price such as 9.99.") }),
]);
export type Effect = z.infer<typeof Effect>;

/** What people agreed on: during this time these products cost less online than at the till, and that is meant. */
export const Promotion = z
  .object({
    name: z.string().trim().min(1, "Give it a name.").max(80),
    /** `accepted`: nobody planned it, a person took the difference as it is until a date. */
    source: z.enum(["declared", "accepted"]).default("declared"),
    startsAt: z.iso.datetime(),
    /** The first moment at which it is over. */
    endsAt: z.iso.datetime(),
    scope: Scope,
    effect: Effect,
    /** How far off it a price may be, in per cent; null = as far as the shop's setting says. */
    tolerancePercent: Rate.nullable().default(null),
    /** Only with this discount code; empty = with or without. */
    code: z.string().trim().max(255).default(""),
    /** From so many units of one line on: a quantity price. */
    minUnits: z.int().min(1, "At least 1.").max(100_000).default(1),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), { path: ["endsAt"], message: "It ends after it starts." });
export type Promotion = z.infer<typeof Promotion>;
export type KnownPromotion = Promotion & { id: string };

export const isRunning = ({ startsAt, endsAt }: Pick<Promotion, "startsAt" | "endsAt">, at: number): boolean =>
  Date.parse(startsAt) <= at && at < Date.parse(endsAt);

export const promotionStates = ["running", "coming", "over"] as const;
export type PromotionState = (typeof promotionStates)[number];
export function stateOf(promotion: Pick<Promotion, "startsAt" | "endsAt">, now: number): PromotionState {
  if (isRunning(promotion, now)) return "running";
  return Date.parse(promotion.startsAt) > now ? "coming" : "over";
}

export function covers(scope: Scope, sku: string): boolean {
  if (scope.of === "all") return true;
  return scope.of === "prefix" ? sku.startsWith(scope.prefix) : scope.skus.some((one) => one === sku);
}
