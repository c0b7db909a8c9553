import type { Failure } from "@/lib/domain/failure";

import type { Answer } from "../budget";
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
    secrets: [password, key, eventsPassword, eventsPasswordPrevious ?? ""],
  };
}

/** The wordings of `errortext` are nowhere promised: shown to people, never decided on. */
function explain({ status, body }: Answer): Failure | null {
  if (status < 400 || status >= 500 || [401, 403, 409, 412, 429].includes(status)) return null;
  const refusal = SitooRefusal.safeParse(body);
  return { kind: "refused", reason: refusal.success ? refusal.data.errortext : `HTTP ${status}` };
}
