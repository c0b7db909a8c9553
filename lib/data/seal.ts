import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";

import { env } from "@/lib/env";

const mark = "sealed:";
const key = () => Buffer.from(env.PARITY_ENCRYPTION_KEY, "base64");

/** AES-256-GCM: nonce, tag and text in one base64 value. */
export function seal(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
}

export function unseal(sealed: string): string {
  if (!sealed.startsWith(mark)) return sealed;
  const bytes = Buffer.from(sealed.slice(mark.length), "base64");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

const Settings = z.record(z.string(), z.unknown());

const mapStrings = (settings: unknown, change: (text: string, name: string) => string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(Settings.parse(settings)).map(([name, value]) => [name, typeof value === "string" ? change(value, name) : value]),
  );

/** Seals the fields that the platform's settings schema marks as secret. */
export const sealSettings = (settings: unknown, secrets: ReadonlySet<string>) =>
  mapStrings(settings, (text, name) => (secrets.has(name) ? seal(text) : text));
export const unsealSettings = (settings: unknown) => mapStrings(settings, unseal);
