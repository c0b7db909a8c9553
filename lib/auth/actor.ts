import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";

import { AppError } from "@/lib/app-error";
import { findLiveToken } from "@/lib/data/api-tokens";
import { db } from "@/lib/data/client";
import { findUser, type UserRow } from "@/lib/data/users";

import { type Actor, may, type Permission, type Role, roles } from "./permissions";
import { sessionOptions } from "./session";
import { hashToken } from "./token-secret";

const findSignedIn = cache(async (): Promise<UserRow | null> => {
  const session = await getServerSession(sessionOptions());
  const user = session?.userId ? await findUser(db, session.userId) : null;
  const isOver = user?.sessionsFrom && (session?.signedInAt ?? 0) < user.sessionsFrom.getTime();
  return user && !user.disabledAt && !isOver ? user : null;
});

/** Who asks, as the database has them now: a role taken away is gone with the next request. One look-up per request. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const user = await findSignedIn();
  return user && !user.oneTimeUntil ? toActor(user) : null;
});

/** Who came in with a password that somebody handed out, and has to choose one before anything else. */
export async function findNewcomer(): Promise<UserRow | null> {
  const user = await findSignedIn();
  return user?.oneTimeUntil ? user : null;
}

/** Whom a token stands for, no more than it was given. */
export async function findTokenActor(secret: string): Promise<Actor | null> {
  const live = await findLiveToken(hashToken(secret), new Date());
  const actor = live && toActor(live.user);
  return actor && { ...actor, token: { id: live.id, scopes: live.scopes } };
}

/** Sends to sign-in who is not signed in. Throws `forbidden` for who may not; its digest lets the error page say so. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect((await findNewcomer()) ? "/sign-in/new-password" : "/sign-in");
  if (!may(actor, permission)) throw Object.assign(new AppError("forbidden", "Your role does not allow this."), { digest: "forbidden" });
  return actor;
}

function toActor({ id, name, email, role, places }: UserRow): Actor | null {
  return isRole(role) ? { id, name, email, role, places: role === "store" ? places : null } : null;
}

const isRole = (text: string): text is Role => text in roles;
