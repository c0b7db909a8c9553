import { z } from "zod";

import type { Clock } from "../clock";
import type { FaultInjection } from "../faults";
import type { Setting, State } from "../state";
import type { Webhooks } from "./webhooks";

/** What the contract's flows need, and reading customers for the names on orders. */
export const usualScopes = [
  "read_products",
  "read_inventory",
  "write_inventory",
  "read_locations",
  "read_orders",
  "write_orders",
  "read_all_orders",
  "read_fulfillments",
  "read_merchant_managed_fulfillment_orders",
  "write_merchant_managed_fulfillment_orders",
  "read_returns",
  "read_customers",
];

export const Profile = z.object({
  name: z.string().default("Simulated shop"),
  domain: z.string().default("simulated.myshopify.com"),
  currency: z.string().length(3).default("GBP"),
  taxesIncluded: z.boolean().default(true),
  taxShipping: z.boolean().default(true),
  timezone: z.string().default("Europe/London"),
  clientId: z.string().default("simulated-client"),
  clientSecret: z.string().default("simulated-secret"),
  /** Granted to every token of the client credentials grant. */
  scopes: z.array(z.string()).default(usualScopes),
  /** 60 makes an hour of the webhook retry plan pass in a minute. */
  clockFactor: z.number().positive().default(1),
});
export type Profile = z.infer<typeof Profile>;

export const Quirks = z.object({
  /** inventorySetQuantities for an item that is not stocked there: the vendor does not document which. */
  unstocked: z.enum(["refuse", "activate"]).default("refuse"),
  /** An idempotent mutation holds its key so long before it takes effect. */
  holdMutationsMs: z.int().min(0).default(0),
  /** So many of the next idempotent mutations end in an internal error that leaves their key spoilt. */
  failMutations: z.int().min(0).default(0),
  webhookTimeoutMs: z.int().min(1).default(5_000),
  /** Quantities set for items with one of these SKUs are accepted and not kept. */
  deafSkus: z.array(z.string()).default([]),
});
export type Quirks = z.infer<typeof Quirks>;

/** Everything that stands for one shop. */
export type Shop = {
  state: State;
  clock: Clock;
  faults: FaultInjection;
  profile: Setting<Profile>;
  quirks: Setting<Quirks>;
  webhooks: Webhooks;
};

/** Who asks: the context of every GraphQL resolver. */
export type Caller = { shop: Shop; scopes: ReadonlySet<string> };

/** GraphQL shows seconds, webhooks too. */
export const timeText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
export const timeOrNull = (ms: number | null): string | null => (ms === null ? null : timeText(ms));
