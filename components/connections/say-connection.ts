import type { ShownConnection } from "@/components/query/use-connections";
import type { Tone } from "@/components/ui/badge";

export type ConnectionState = { word: string; tone: Tone; why: string };

const silentMs = 10 * 60_000;

/** Whether a connection can be relied on now, in one word and one sentence. */
export function sayConnection(connection: ShownConnection, now: Date): ConnectionState {
  const { isPaused, pause, lastAnswerAt, lastFailureAt, lastFailure, lanePausedUntil, causes } = connection;
  if (isPaused)
    return { word: "Paused", tone: "warn", why: pause ? `${pause.by ?? "Somebody"} paused it: ${pause.reason}` : "A person paused it." };
  if (causes.some(({ kind }) => kind === "connection-auth"))
    return { word: "Key not accepted", tone: "bad", why: lastFailure?.said ?? "It does not accept our key" };
  const isFailing = lastFailure !== null && lastFailureAt !== null && (lastAnswerAt === null || lastFailureAt > lastAnswerAt);
  if (lanePausedUntil && lanePausedUntil > now)
    return { word: "Holding back", tone: "warn", why: lastFailure?.said ?? "We wait before we ask again" };
  if (isFailing) return { word: "Not answering", tone: "bad", why: lastFailure.said };
  if (lastAnswerAt === null) return { word: "Not asked yet", tone: "neutral", why: "Nothing has been asked of it since it was connected." };
  if (now.getTime() - lastAnswerAt.getTime() > silentMs)
    return { word: "Silent", tone: "warn", why: "It has not been in touch for a while." };
  return { word: "Answers", tone: "good", why: "Its key is accepted." };
}
