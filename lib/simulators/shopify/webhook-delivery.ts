import { createHmac } from "node:crypto";

import { errors, request } from "undici";

import { apiVersion } from "./schema";

const isBroken = (error: unknown) => error instanceof Error && "syscall" in error;

/** Seconds between the tries: eight repetitions over four hours. */
const gaps = [10, 30, 90, 300, 900, 1_800, 3_600, 7_670];

/** Null after the eighth repetition. */
export const retryAfterSeconds = (failures: number): number | null => gaps[failures - 1] ?? null;

export type Delivery = {
  uri: string;
  topic: string;
  body: string;
  webhookId: string;
  eventId: string;
  triggeredAt: number;
  name: string | null;
  domain: string;
  secret: string;
  timeoutMs: number;
};

/** The HTTP status; null when nobody answered in time. */
export async function post(delivery: Delivery): Promise<number | null> {
  const { uri, body, name } = delivery;
  try {
    const response = await request(uri, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Shopify-Captain-Hook",
        "x-shopify-hmac-sha256": createHmac("sha256", delivery.secret).update(body).digest("base64"),
        "x-shopify-topic": delivery.topic,
        "x-shopify-shop-domain": delivery.domain,
        "x-shopify-webhook-id": delivery.webhookId,
        "x-shopify-event-id": delivery.eventId,
        "x-shopify-triggered-at": new Date(delivery.triggeredAt).toISOString(),
        "x-shopify-api-version": apiVersion,
        ...(name !== null && { "x-shopify-name": name }),
      },
      body,
      signal: AbortSignal.timeout(delivery.timeoutMs),
    });
    await response.body.dump();
    return response.statusCode;
  } catch (error) {
    if (error instanceof errors.UndiciError || isBroken(error) || (error instanceof Error && error.name === "TimeoutError")) return null;
    throw error;
  }
}
