import type { Failure } from "@/lib/domain/failure";

import type { Answer } from "../budget";
import type { Quota } from "../call-log";
import type { HttpProfile } from "../http";
import { callMeter } from "./call-meter";
import { SitooRefusal } from "./schemas";
import type { SitooSettings } from "./settings";

export function sitooHttp({
  baseUrl,
  accountId,
  apiId,
  password,
  callsPerMinute,
  eventsPassword,
  eventsPasswordPrevious,
}: SitooSettings): HttpProfile {
  const key = Buffer.from(`${apiId}:${password}`).toString("base64");
  return {
    baseUrl: `${baseUrl.replace(/\/+$/, "")}/v2/accounts/${accountId}`,
    headers: async () => ({ authorization: `Basic ${key}` }),
    explain,
    meter: () => callMeter(callsPerMinute),
    quotaIn: (answer) => quotaIn(answer, callsPerMinute),
    secrets: [password, key, eventsPassword, eventsPasswordPrevious ?? ""],
  };
}

/** The wordings of `errortext` are nowhere promised: shown to people, never decided on. */
function explain({ status, body }: Answer): Failure | null {
  if (status < 400 || status >= 500 || [401, 403, 409, 412, 429].includes(status)) return null;
  const refusal = SitooRefusal.safeParse(body);
  return { kind: "refused", reason: refusal.success ? refusal.data.errortext : `HTTP ${status}` };
}

/** Sitoo may leave these headers out: then a limit is known only where a person gave one. */
function quotaIn({ headers }: Answer, callsPerMinute: number | undefined): Quota | null {
  const figure = (name: string) => (/^\d+(\.\d+)?$/.test(headers.get(name) ?? "") ? Number(headers.get(name)) : null);
  const limit = figure("x-rate-limit-limit") ?? callsPerMinute ?? null;
  const left = figure("x-rate-limit-remaining");
  const reset = figure("x-rate-limit-reset");
  return limit === null || left === null ? null : { unit: "calls", limit, left, perSecond: 0, resetAt: reset && 1_000 * reset };
}
