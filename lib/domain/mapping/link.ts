import { z } from "zod";

/** What a mapping joins: a web SKU to a Sitoo SKU, a shop location to a Sitoo warehouse, a line without a code to a service product. */
export const LinkKind = z.enum(["sku", "location", "service"]);
export type LinkKind = z.infer<typeof LinkKind>;

/** One change to the mapping; `ours` null takes it away. */
export const LinkEdit = z.object({ kind: LinkKind, theirs: z.string().min(1).max(255), ours: z.string().min(1).max(255).nullable() });
export type LinkEdit = z.infer<typeof LinkEdit>;

/** Keys of service mappings that stand for every line of their kind. */
export const serviceKinds = { shipping: "any shipping", custom: "any line without a code", "gift-card": "any gift card" } as const;

/** Kinds of exception that a mapping of this kind can end. */
export const causeKindsOf: Record<LinkKind, readonly string[]> = {
  sku: ["sku-unknown", "sku-inactive"],
  location: ["location-unmapped"],
  service: ["line-without-product"],
};
