import { z } from "zod";

const pattern = /^gid:\/\/shopify\/\w+\/(\d+)/;

/** gid://shopify/Order/5550001 → "5550001": kept as text, without what may follow after "?". */
export const Gid = z
  .string()
  .regex(pattern)
  .transform((gid) => pattern.exec(gid)?.[1] ?? gid);

type Kind = "Order" | "InventoryItem" | "Location" | "Product";
export const gid = (kind: Kind, id: string): string => `gid://shopify/${kind}/${id}`;
