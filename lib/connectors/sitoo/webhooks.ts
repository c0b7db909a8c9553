import { createHash, timingSafeEqual } from "node:crypto";

import type { Delivery, IncomingRequest, Ports } from "../connector";
import { hintsOf, SitooEvent } from "./events";
import type { SitooSettings } from "./settings";

type Received = Delivery & { unreadable?: string };

export function webhooksPort({
  eventsUser,
  eventsPassword,
  eventsPasswordPrevious,
}: Pick<SitooSettings, "eventsUser" | "eventsPassword" | "eventsPasswordPrevious">): Ports["webhooks"] {
  const valid = [eventsPassword, eventsPasswordPrevious]
    .filter((password) => password !== undefined && password !== "")
    .map((password) => basic(eventsUser, password ?? ""));

  return {
    async verify({ headers, body }: IncomingRequest) {
      const given = headers.get("authorization") ?? "";
      // Every valid one is compared, so that the time taken says nothing.
      const matches = valid.map((one) => isSame(given, one));
      if (!matches.includes(true)) return { result: "wrong-credentials" };

      const text = new TextDecoder().decode(body);
      const batch = parsed(text);
      return {
        result: "accepted",
        deliveries: Array.isArray(batch) ? batch.map(toDelivery) : [unreadable(text, "not a list of events")],
        ...(!matches[0] && { withPrevious: true }),
      };
    },

    ensureSubscribed: async (url) => ({ made: [], byHand: [url] }),
  };
}

function toDelivery(event: unknown): Received {
  const body = JSON.stringify(event);
  const result = SitooEvent.safeParse(event);
  if (!result.success) return unreadable(body, `no event (${result.error.issues[0]?.path.join(".") || "whole"})`);
  const { event_id, event_type, event_date } = result.data;
  return { id: event_id, topic: event_type, at: new Date(1000 * event_date).toISOString(), body, hints: hintsOf(result.data) };
}

/** The same bytes get the same id, so that Sitoo's repetitions stay one delivery. */
function unreadable(body: string, why: string): Received {
  const id = createHash("sha256").update(body).digest("hex");
  return { id, topic: "unreadable", at: new Date().toISOString(), body, hints: [{ about: "nothing", reason: why }], unreadable: why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // taken as unreadable
  }
}

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
const digest = (text: string) => createHash("sha256").update(text).digest();
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
