import type { ShownConnection } from "@/components/query/connection-answers";
import type { Tone } from "@/components/ui/badge";
import { sayTopic } from "@/lib/domain/say-topic";

export type ConnectionState = { word: string; tone: Tone; why: string };

const silentMs = 10 * 60_000;

/** Whether a connection can be relied on now, in one word and one sentence. */
export function sayConnection(connection: ShownConnection, now: Date): ConnectionState {
  const { isPaused, pause, lastAnswerAt, lastFailureAt, lastFailure, lanePausedUntil, causes } = connection;
  if (isPaused)
    return { word: "Paused", tone: "warn", why: pause ? `${pause.by ?? "Somebody"} paused it: ${pause.reason}` : "A person paused it." };
  if (causes.some(({ kind }) => kind === "connection-auth"))
    return {
      word: "Key not accepted",
      tone: "bad",
      why: connection.key
        ? `${connection.name} does not accept ${connection.key.name}. Everything to and from it waits; no attempt is lost.`
        : "It does not accept our key.",
    };
  const isFailing = lastFailure !== null && lastFailureAt !== null && (lastAnswerAt === null || lastFailureAt > lastAnswerAt);
  if (lanePausedUntil && lanePausedUntil > now)
    return { word: "Holding back", tone: "warn", why: lastFailure?.said ?? "We wait before we ask again" };
  if (isFailing) return { word: "Not answering", tone: "bad", why: lastFailure.said };
  if (lastAnswerAt === null) return { word: "Not asked yet", tone: "neutral", why: "Nothing has been asked of it since it was connected." };
  if (now.getTime() - lastAnswerAt.getTime() > silentMs)
    return { word: "Silent", tone: "warn", why: "It has not been in touch for a while." };
  return { word: "Answers", tone: "good", why: "Its key is accepted." };
}

/** Whether it tells us everything that we asked it to tell; null where that is entered by hand there. */
export function saySubscriptions({ subscriptions: { wanted, missing } }: Pick<ShownConnection, "subscriptions">) {
  if (wanted === 0) return null;
  if (missing.length === 0) return { isWhole: true, text: `all ${wanted} there` };
  return { isWhole: false, text: `${wanted - missing.length} of ${wanted} there, missing: ${missing.map(sayTopic).join(", ")}` };
}

const wrongClockMs = 30_000;
const plainClockMs = 2_000;

/** How far its clock is from ours; null = it does not say. */
export function saySkew(name: string, skewMs: number | null): { isWrong: boolean; text: string } | null {
  if (skewMs === null) return null;
  const size = Math.abs(skewMs);
  if (size < plainClockMs) return { isWrong: false, text: "agrees with ours" };
  const text = `${Math.round(size / 1_000)} s ${skewMs > 0 ? "ahead of" : "behind"} ours`;
  return { isWrong: size >= wrongClockMs, text: size >= wrongClockMs ? `${text}: times that ${name} tells are wrong by as much` : text };
}
