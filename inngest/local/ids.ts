import { createHash, randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

let last = 0n;

/** 48 bits of time and 80 of chance; each is greater than the one before, so equal times keep their order. */
export function ulid(): string {
  const value = numberFrom(Date.now(), randomBytes(10));
  last = value > last ? value : last + 1n;
  return textOf(last);
}

const numberFrom = (ms: number, entropy: Uint8Array) => (BigInt(ms) << 80n) | BigInt(`0x${Buffer.from(entropy).toString("hex")}`);

function textOf(value: bigint): string {
  let text = "";
  for (let place = 0; place < 26; place++, value >>= 5n) text = alphabet[Number(value & 31n)] + text;
  return text;
}

/** The same header gives the same ids: that is how a repeated send is recognised. */
export function seededIds(seed: string | undefined, count: number): string[] {
  const [ms, base64] = seed?.split(",") ?? [];
  const entropy = Buffer.from(base64 ?? "", "base64");
  if (!(Number(ms) > 0) || entropy.length !== 10) return Array.from({ length: count }, () => ulid());
  const first = entropy.readUInt32BE(6);
  return Array.from({ length: count }, (_, place) => {
    entropy.writeUInt32BE((first + place + 1) >>> 0, 6);
    return textOf(numberFrom(Number(ms), entropy));
  });
}

export const shortHash = (text: string) => createHash("sha1").update(text).digest("hex").slice(0, 16);
