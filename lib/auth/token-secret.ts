import { createHash, randomBytes } from "node:crypto";

const start = "parity_";

/** A token as it is shown once, and what is kept of it: a hash, and the characters by which people tell it apart. 256 random bits need no slow hash. */
export function makeTokenSecret(): { secret: string; hash: string; hint: string } {
  const secret = start + randomBytes(32).toString("base64url");
  return { secret, hash: hashToken(secret), hint: secret.slice(0, start.length + 4) };
}

export const hashToken = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** What stands after "Bearer"; null where the request brings no token. */
export const tokenIn = (headers: Headers): string | null => /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
