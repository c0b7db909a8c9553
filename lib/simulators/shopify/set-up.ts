import { z } from "zod";

import { putToken } from "./access";
import { findLocation, LocationDoc } from "./locations";
import { Profile, type Shop } from "./shop";

const Id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

/** One shop. Said again it changes what it names and keeps the rest. */
export const Setup = z.object({
  shop: z
    .object({
      name: z.string(),
      domain: z.string(),
      currency: z.string().length(3),
      taxesIncluded: z.boolean(),
      taxShipping: z.boolean(),
      timezone: z.string(),
    })
    .partial()
    .default({}),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  /** Of every token; a token named here may have its own. */
  scopes: z.array(z.string()).optional(),
  clockFactor: z.number().positive().optional(),
  tokens: z.array(z.object({ token: z.string().min(1), scopes: z.array(z.string()).optional() })).default([]),
  locations: z
    .array(
      LocationDoc.omit({ createdAt: true, updatedAt: true, deactivatedAt: true })
        .partial()
        .extend({ id: Id.optional(), name: z.string(), active: z.boolean().default(true) }),
    )
    .default([]),
});
type Setup = z.infer<typeof Setup>;
const firstLocation = 70_000_001;

export function setUp(shop: Shop, { shop: fields, tokens, locations, scopes, ...credentials }: Setup): object {
  const { profile, state, webhooks } = shop;
  const before = profile.get();
  const given = Object.entries({ ...fields, ...credentials, scopes }).filter(([, value]) => value !== undefined);
  profile.put(Profile.parse({ ...before, ...Object.fromEntries(given) }));
  if (scopes && scopes.join() !== before.scopes.join()) {
    state.run("update token set scopes = ?", JSON.stringify(scopes));
    webhooks.scopesChanged(before.scopes, scopes);
  }
  for (const { token, scopes: own } of tokens) putToken(shop, token, own ?? profile.get().scopes);
  return { ...profile.get(), clientSecret: undefined, locationIds: locations.map((location) => String(putLocation(shop, location))) };
}

function putLocation(shop: Shop, { id: given, active, ...fields }: Setup["locations"][number]): number {
  const { state, clock, webhooks } = shop;
  const last = state.one<{ id: number | null }>("select max(id) id from location")?.id ?? 0;
  const id = given ?? Math.max(firstLocation, last + 1);
  const known = findLocation(shop, id);
  const now = clock.nowMs();
  const doc = LocationDoc.parse({
    ...(known?.doc ?? { createdAt: now }),
    ...fields,
    updatedAt: now,
    deactivatedAt: active ? null : (known?.doc.deactivatedAt ?? now),
  });
  state.run("insert or replace into location (id, active, doc) values (?, ?, ?)", id, active ? 1 : 0, JSON.stringify(doc));
  const topic = !known ? "locations/create" : known.active && !active ? "locations/deactivate" : "locations/update";
  webhooks.locationChanged(topic, id);
  return id;
}
