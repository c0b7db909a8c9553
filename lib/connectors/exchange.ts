import { request } from "undici";

type Sent = { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal };
type Received = { status: number; headers: Headers; text(): Promise<string> };

/** One HTTP request and its answer; redirects are not followed. Throws what the network throws. `fetch` is one, too. */
export type Exchange = (url: string, sent: Sent) => Promise<Received>;

/** Not by the framework's `fetch`, which remembers what pages ask for: connectors ask thousands of times and never the same. */
export const exchange: Exchange = async (url, sent) => {
  const { statusCode, headers: raw, body } = await request(url, sent);
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(raw)) for (const value of [values].flat()) headers.append(name, value);
  return { status: statusCode, headers, text: () => body.text() };
};
