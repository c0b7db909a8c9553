import { z } from "zod";

import { Promotion } from "../prices/promotion";
import { LinkEdit } from "./link";

/** One change to the promotions of a shop; null takes it away. */
export const PromotionEdit = z.object({
  kind: z.literal("promotion"),
  /** Its id; a new one for a new promotion. */
  theirs: z.uuid(),
  promotion: Promotion.nullable(),
  /** When it had last been changed as whoever changes it saw it; null = it was not there. */
  seenAt: z.iso.datetime().nullable().default(null),
});
export type PromotionEdit = z.infer<typeof PromotionEdit>;

/** Whatever a person may change to free held orders. */
export const Edit = z.union([LinkEdit, PromotionEdit]);
export type Edit = z.infer<typeof Edit>;

export const linksIn = (edits: readonly Edit[]): LinkEdit[] => edits.filter((edit): edit is LinkEdit => edit.kind !== "promotion");
export const promotionsIn = (edits: readonly Edit[]): PromotionEdit[] =>
  edits.filter((edit): edit is PromotionEdit => edit.kind === "promotion");
