import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request } from "undici";

export type RecordedCall = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds of one clock for all recorders. */
  startedAt: number;
  endedAt: number;
  status: number;
  answer: string;
};

const kept = ["authorization", "content-type", "accept", "x-shopify-access-token"];

/** Stands before a platform and writes down every call that goes through, except what tests say to its stand-in. */
export async function openRecorder(target: string) {
  const calls: RecordedCall[] = [];
  const agent = new Agent({ connections: 64 });
  const server = createServer(async (incoming, outgoing) => {
    const startedAt = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const path = incoming.url ?? "/";
    const headers = keptOf(incoming.headers);
    const call = { method: incoming.method ?? "GET", path, headers, body, startedAt };
    try {
      const answer = await request(`${target}${path}`, {
        method: call.method as "GET",
        headers,
        body: body === "" ? null : body,
        dispatcher: agent,
      });
      const text = await answer.body.text();
      const { "content-length": _, "transfer-encoding": __, connection: ___, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode, rest).end(text);
      if (!path.startsWith("/_control")) calls.push({ ...call, endedAt: performance.now(), status: answer.statusCode, answer: text });
    } catch (cause) {
      console.error(`  the recorder lost ${call.method} ${path}: ${String(cause)}`);
      outgoing.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await agent.close();
    },
  };
}
export type Recorder = Awaited<ReturnType<typeof openRecorder>>;

const keptOf = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(kept.flatMap((name) => (typeof headers[name] === "string" ? [[name, headers[name]]] : [])));
