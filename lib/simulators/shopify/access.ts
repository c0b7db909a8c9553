import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";

import type { Shop } from "./shop";

const tokenLifeSeconds = 86_399;
const Grant = z.object({ grant_type: z.literal("client_credentials"), client_id: z.string(), client_secret: z.string() });
const Scopes = z.array(z.string());

/** The client credentials grant, from JSON or a form. */
export async function grantToken(c: Context, { state, clock, profile }: Shop): Promise<Response> {
  const isJson = c.req.header("content-type")?.includes("json") ?? false;
  const body: unknown = isJson ? await c.req.json() : await c.req.parseBody();
  const grant = Grant.safeParse(body);
  if (!grant.success) return c.json({ error: "invalid_request", error_description: "The request is missing a parameter" }, 400);
  const { clientId, clientSecret, scopes } = profile.get();
  if (grant.data.client_id !== clientId) return c.json({ error: "application_cannot_be_found" }, 400);
  if (grant.data.client_secret !== clientSecret)
    return c.json({ error: "invalid_client", error_description: "The client secret is wrong" }, 400);

  const token = `shpat_${randomBytes(16).toString("hex")}`;
  const expiresAt = clock.nowMs() + tokenLifeSeconds * 1000;
  state.run("insert into token (token, scopes, expires_at) values (?, ?, ?)", token, JSON.stringify(scopes), expiresAt);
  return c.json({ access_token: token, scope: scopes.join(","), expires_in: tokenLifeSeconds });
}

/** Null: no such token, or past its 24 hours. */
export function scopesOf({ state, clock }: Shop, token: string): ReadonlySet<string> | null {
  const row = state.one<{ scopes: string; expires_at: number | null }>("select scopes, expires_at from token where token = ?", token);
  if (!row || (row.expires_at !== null && row.expires_at <= clock.nowMs())) return null;
  return new Set(Scopes.parse(JSON.parse(row.scopes)));
}

export function putToken({ state }: Shop, token: string, scopes: readonly string[]): void {
  state.run("insert or replace into token (token, scopes, expires_at) values (?, ?, null)", token, JSON.stringify(scopes));
}
