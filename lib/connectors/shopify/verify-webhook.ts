import { createHash, createHmac, timingSafeEqual } from "node:crypto";

import type { IncomingRequest, Verified } from "../connector";
import type { ShopifySettings } from "./settings";
import { hintsOf } from "./webhook-hints";

type Keys = Pick<ShopifySettings, "shop" | "clientSecret" | "webhookSecret" | "webhookSecretPrevious">;

/** HMAC-SHA256 of the raw body with the app's secret. One app serves several shops with one secret, so the shop named must be ours too. */
export function verifyWebhook(
  { headers, body }: IncomingRequest,
  { shop, clientSecret, webhookSecret, webhookSecretPrevious }: Keys,
): Verified {
  const secrets = [webhookSecret || clientSecret, webhookSecretPrevious].filter((secret) => secret !== undefined && secret !== "");
  const given = Buffer.from(headers.get("x-shopify-hmac-sha256") ?? "", "base64");
  const matches = secrets.map((secret) =>
    isSame(
      given,
      createHmac("sha256", secret ?? "")
        .update(body)
        .digest(),
    ),
  );
  if (!matches.includes(true) || headers.get("x-shopify-shop-domain")?.toLowerCase() !== shop.toLowerCase())
    return { result: "wrong-credentials" };

  const topic = headers.get("x-shopify-topic") ?? "";
  const text = new TextDecoder().decode(body);
  const id = headers.get("x-shopify-webhook-id") || createHash("sha256").update(`${topic}\n${text}`).digest("hex");
  const at = timeOf(headers.get("x-shopify-triggered-at"));
  const hints = hintsOf(topic, parsed(text));
  const why = `no body of ${topic || "an unnamed topic"}`;
  return {
    result: "accepted",
    ...(!matches[0] && { withPrevious: true }),
    deliveries: [
      hints === null
        ? { id, topic, at, body: text, hints: [{ about: "nothing", reason: why }], unreadable: why }
        : { id, topic, at, body: text, hints },
    ],
  };
}

const isSame = (given: Buffer, expected: Buffer) => given.length === expected.length && timingSafeEqual(given, expected);

function timeOf(triggeredAt: string | null): string {
  const time = Date.parse(triggeredAt ?? "");
  return new Date(Number.isNaN(time) ? Date.now() : time).toISOString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // taken as unreadable
  }
}
