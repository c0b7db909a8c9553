import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";

import type { Answer } from "../budget";
import type { Quota } from "../call-log";
import type { HttpProfile } from "../http";
import { accessTokens } from "./access-token";
import { CostAnswer, pointMeter } from "./point-meter";
import type { ShopifySettings } from "./settings";

export function shopifyHttp(settings: ShopifySettings): HttpProfile {
  const { shop, apiUrl, accessToken, clientSecret, webhookSecret, webhookSecretPrevious } = settings;
  const tokens = accessToken ? null : accessTokens(settings);
  return {
    baseUrl: apiUrl ?? `https://${shop}`,
    headers: async (bare) => ({ "x-shopify-access-token": accessToken || (await tokens?.get(bare)) || "" }),
    explain,
    ...(tokens && { renew: tokens.forget }),
    meter: pointMeter,
    quotaIn,
    secrets: [accessToken, clientSecret, webhookSecret, webhookSecretPrevious].filter((secret) => secret !== undefined),
  };
}

// 402 unpaid, 404 no such shop or version, 423 locked, 430 refused by security: a person must see to the connection.
const closedDoors = new Set([402, 404, 423, 430]);
const Refusal = z.object({
  errors: z.union([
    z.string().min(1),
    z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })).min(1),
  ]),
});

/** Shopify says most of its no's with status 200. */
function explain({ status, body }: Answer): Failure | null {
  if (closedDoors.has(status)) return { kind: "auth" };
  if (status === 401 || status === 403 || status === 429 || status >= 500) return null;
  const refusal = Refusal.safeParse(body);
  if (!refusal.success) return null;
  const { errors } = refusal.data;
  if (typeof errors === "string") return { kind: "refused", reason: errors };
  const codes = new Set(errors.map(({ extensions }) => extensions?.code));
  if (codes.has("THROTTLED")) return { kind: "busy", retryAfterMs: waitFor(body) };
  if (codes.has("ACCESS_DENIED") || codes.has("SHOP_INACTIVE")) return { kind: "auth" };
  if (codes.has("INTERNAL_SERVER_ERROR")) return { kind: "down", unsent: false };
  return { kind: "refused", reason: errors.map(({ message }) => message).join("; ") };
}

/** The time after which the missing points have flowed back, at least a second. */
function waitFor(body: unknown): number {
  const cost = CostAnswer.safeParse(body).data?.extensions.cost;
  if (!cost) return 1_000;
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  return Math.max(1_000, (1_000 * (cost.requestedQueryCost - currentlyAvailable)) / restoreRate);
}

function quotaIn({ body }: Answer): Quota | null {
  const status = CostAnswer.safeParse(body).data?.extensions.cost.throttleStatus;
  if (!status) return null;
  const { maximumAvailable: limit, currentlyAvailable: left, restoreRate: perSecond } = status;
  return { unit: "points", limit, left, perSecond, resetAt: null };
}
