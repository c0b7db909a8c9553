import type { Failure } from "@/lib/domain/failure";

const cappedMs = 15 * 60_000;
const unknownWaitMs = 1_000;

// Nobody was there to read the request: DNS, routing, refused connections and TLS before the first byte.
const unsentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** What a status means where the platform itself gave no better explanation. */
export function failureOfStatus(status: number, headers: Headers): Failure {
  if (status === 401 || status === 403) return { kind: "auth" };
  if (status === 429) return { kind: "busy", retryAfterMs: retryAfterMs(headers) };
  if (status >= 500) return { kind: "down", unsent: false };
  if (status === 409 || status === 412) return { kind: "conflict", reason: `HTTP ${status}` };
  return { kind: "refused", reason: `HTTP ${status}` };
}

/** `Retry-After` in seconds or as a date, else `X-Rate-Limit-Reset` as epoch seconds; capped, so that a wrong clock elsewhere cannot park us for a day. */
export function retryAfterMs(headers: Headers, now = Date.now()): number {
  const after = headers.get("retry-after");
  const reset = headers.get("x-rate-limit-reset");
  const wait = after !== null ? fromRetryAfter(after, now) : reset !== null ? 1000 * Number(reset) - now : unknownWaitMs;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), cappedMs) : unknownWaitMs;
}

const fromRetryAfter = (value: string, now: number) => (/^\d+(\.\d+)?$/.test(value) ? 1000 * Number(value) : Date.parse(value) - now);

export function failureOfNetwork(error: unknown): Failure {
  return { kind: "down", unsent: codesOf(error).some((code) => unsentCodes.has(code)) };
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}
