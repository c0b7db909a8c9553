import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const Keys = z.object({
  NEXTAUTH_SECRET: z.string(),
  PARITY_ENCRYPTION_KEY: z.string(),
  INNGEST_EVENT_KEY: z.string(),
  INNGEST_SIGNING_KEY: z.string(),
  POSTGRES_PASSWORD: z.string(),
});
export type Keys = z.output<typeof Keys>;

/** The secrets of this installation, made on its first start and readable by its owner only. */
export function keepKeys(dataFolder: string): Keys {
  const file = path.join(dataFolder, "keys.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(makeKeys(), null, 2), { mode: 0o600, flag: "wx" });
  return Keys.parse(JSON.parse(readFileSync(file, "utf8")));
}

function makeKeys(): Keys {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    PARITY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    INNGEST_EVENT_KEY: randomBytes(24).toString("hex"),
    INNGEST_SIGNING_KEY: `signkey-local-${randomBytes(32).toString("hex")}`,
    POSTGRES_PASSWORD: randomBytes(18).toString("hex"),
  };
}
