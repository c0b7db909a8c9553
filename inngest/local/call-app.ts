import { createHash, createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { Agent, request } from "undici";

export type AnswerHeaders = Record<string, string | string[] | undefined>;
export type Answer =
  | { kind: "answered"; status: number; body: unknown; headers: AnswerHeaders }
  /** Nobody, a proxy, a compile error page: anything but the SDK. */
  | { kind: "lost"; reason: string }
  /** We are stopping and did not wait for it. */
  | { kind: "abandoned" };

export type AppCaller = {
  send(method: "POST" | "PUT", url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Ends every open call as abandoned. */
  close(): Promise<void>;
};

const prefix = /^signkey-\w+-/;

/** The SDK checks the signature over the canonical form of what it parsed. */
export function signature(key: string, body: string, seconds = Math.floor(Date.now() / 1_000)): string {
  const mac = createHmac("sha256", key.replace(prefix, "")).update(body + seconds);
  return `t=${seconds}&s=${mac.digest("hex")}`;
}

/** What the SDK shows as its bearer token: the hash of the key, under the key's own prefix. */
export function hashedKey(key: string): string {
  const secret = Buffer.from(key.replace(prefix, ""), "hex");
  return (prefix.exec(key)?.[0] ?? "") + createHash("sha256").update(secret).digest("hex");
}

/** A step may take hours: no time limit on the answer. */
export function appCaller(signingKey: string): AppCaller {
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  let isClosed = false;
  return {
    async send(method, url, body, headers = {}) {
      const text = canonicalize(body)!;
      try {
        const response = await request(url, {
          dispatcher: agent,
          method,
          body: text,
          headers: { "content-type": "application/json", "x-inngest-signature": signature(signingKey, text), ...headers },
        });
        const answer = await response.body.text();
        if (!response.headers["x-inngest-sdk"]) {
          return { kind: "lost", reason: `HTTP ${response.statusCode} not from the SDK: ${answer.slice(0, 200)}` };
        }
        return { kind: "answered", status: response.statusCode, body: answer ? JSON.parse(answer) : null, headers: response.headers };
      } catch (error) {
        return isClosed ? { kind: "abandoned" } : { kind: "lost", reason: String(error) };
      }
    },
    async close() {
      isClosed = true;
      await agent.destroy();
    },
  };
}
