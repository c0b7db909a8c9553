import type { ConnectionId } from "@/lib/domain/ids";

export type Asked = { method: string; url: URL; headers: Headers; json: unknown };
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };

/** A network that answers from a function and remembers what it was asked. Throwing stands for a connection that breaks. */
export function answering(reply: (asked: Asked, nth: number) => Reply) {
  const asked: Asked[] = [];
  const send = async (input: string | URL | Request, init?: RequestInit) => {
    const json: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    const one = { method: init?.method ?? "GET", url: new URL(String(input)), headers: new Headers(init?.headers), json };
    const { status = 200, headers = {}, body } = reply(one, asked.push(one));
    return new Response(JSON.stringify(body), { status, headers });
  };
  return { asked, exchange: send };
}

export const someConnection = (): ConnectionId => crypto.randomUUID() as ConnectionId;

/** A connection cut in the middle, and one that nobody listens at. */
export const cut = Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
export const nobody = Object.assign(new TypeError("fetch failed"), {
  cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
});
