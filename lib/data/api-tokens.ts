import { AppError } from "@/lib/app-error";
import { type Db, db } from "./client";
import { findUser, type UserRow } from "./users";

export type TokenRow = {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  madeBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** Newest first; revoked ones stay to be seen. */
export const listTokens = () => db.$queryRaw<TokenRow[]>`
  select t.id, t.name, t.hint, t.scopes, coalesce(u.name, 'somebody') as "madeBy", t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"
  from api_token t left join app_user u on u.id = t.user_id order by t.created_at desc, t.id`;

type NewToken = { name: string; hash: string; hint: string; scopes: string[]; userId: string; expiresAt: Date | null };
export const createToken = (tx: Db, token: NewToken) => tx.apiToken.create({ data: token, select: { id: true } });

/** Answers its name. Throws `not-found`, and `conflict` where it is revoked already. */
export async function revokeToken(tx: Db, id: string, now: Date): Promise<string> {
  const token = await tx.apiToken.findUnique({ where: { id } });
  if (!token) throw new AppError("not-found", "This token does not exist.");
  const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) throw new AppError("conflict", "This token is revoked already.");
  return token.name;
}

/** The token behind a hash and whom it stands for; null where it is unknown, revoked or too old. Its use is noted once a minute. */
export async function findLiveToken(hash: string, now: Date): Promise<{ id: string; scopes: string[]; user: UserRow } | null> {
  const token = await db.apiToken.findUnique({ where: { hash } });
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt <= now)) return null;
  const user = await findUser(db, token.userId);
  if (!user || user.disabledAt) return null;
  await db.$executeRaw`update api_token set last_used_at = ${now} where id = ${token.id}::uuid and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')`;
  return { id: token.id, scopes: token.scopes, user };
}
