export type Answer = { status: number } | "no answer";

/** 429, 503, 504, a time-out and a refused connection put the batch back; any other status than 200 drops it for good. */
export function judgeAnswer(answer: Answer): "accepted" | "retry" | "dropped" {
  if (answer === "no answer") return "retry";
  if (answer.status === 200) return "accepted";
  return [429, 503, 504].includes(answer.status) ? "retry" : "dropped";
}

// Ten tries within the first hour (these nine gaps are 53 minutes), then hourly, 32 tries in about a day.
const firstHour = [5, 15, 30, 60, 120, 300, 600, 900, 1170];
const hourly = 3600;
const mostTries = 33;

/** Seconds until the next try after so many; null when Sitoo gives up. */
export function retryAfterSeconds(tries: number): number | null {
  if (tries >= mostTries) return null;
  return firstHour[tries - 1] ?? hourly;
}

type To = { url: string; user: string; password: string; timeoutMs: number };

export async function postBatch({ url, user, password, timeoutMs }: To, body: string): Promise<Answer> {
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/events`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    return { status: response.status };
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError")) return "no answer";
    throw error;
  }
}
