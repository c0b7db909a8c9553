import { createHash, randomBytes } from "node:crypto";

import { ask } from "./database";

/** Null when somebody can sign in already. Only the token's hash is kept; a new start makes a new link and ends the old one. */
export function firstAdminLink(databaseUrl: string, appUrl: string): Promise<string | null> {
  return ask(databaseUrl, async (client) => {
    const { rowCount } = await client.query("select from app_user where role = 'admin' and disabled_at is null limit 1");
    if (rowCount) return null;
    const token = randomBytes(24).toString("base64url");
    const hash = createHash("sha256").update(token).digest("hex");
    await client.query("delete from first_link where used_at is null");
    await client.query("insert into first_link (token_hash, expires_at) values ($1, now() + interval '1 hour')", [hash]);
    return `${appUrl}/sign-in/first/${token}`;
  });
}
