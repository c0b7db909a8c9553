import { z } from "zod";

const Good = z.object({
  tillSku: z.string(),
  webSku: z.string(),
  /** Minor units with VAT. */
  price: z.int().positive(),
  /** VAT per cent. */
  rate: z.number().min(0),
});
export type Good = z.infer<typeof Good>;

const Store = z.object({ warehouseid: z.int(), locationid: z.string() });
export type Store = z.infer<typeof Store>;

/** Every so-many-th web order, counted from `first`, meets something that nobody has prepared for. */
const Stumble = z.object({
  every: z.int().min(1),
  first: z.int().min(0).default(0),
  /** A code of the web shop that the order then has. */
  webSku: z.string().optional(),
  /** Where it is then sent from. */
  locationid: z.string().optional(),
  /** The shop then has not said from where. */
  isUnplaced: z.boolean().optional(),
  /** What the customer then leaves out of the address. */
  blank: z.enum(["zip"]).optional(),
  /** Where it is then sent to, with the VAT of that country. */
  abroad: z.object({ countryCode: z.string().length(2), city: z.string(), zip: z.string(), rate: z.number() }).optional(),
});
export type Stumble = z.infer<typeof Stumble>;

/** Who sells what where, and what goes wrong. */
export const Scene = z.object({
  seed: z.int(),
  stores: z.array(Store).min(1),
  online: z.object({ warehouseid: z.int(), locationid: z.string() }),
  goods: z.array(Good).min(1),
  stumbles: z.array(Stumble).default([]),
  /** Warehouses whose tills have lost their connection: they keep their sales, and no web order can be handed over there. */
  offline: z.array(z.int()).default([]),
  /** Seconds after the doors open, how long, and how many calls a minute the POS then takes. */
  throttling: z
    .object({ from: z.int(), seconds: z.int(), callsPerMinute: z.int().min(1) })
    .nullable()
    .default(null),
});
export type Scene = z.infer<typeof Scene>;
