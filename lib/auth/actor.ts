import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";

import { AppError } from "@/lib/app-error";
import { db } from "@/lib/data/client";
import { findUser, type UserRow } from "@/lib/data/users";

import { type Actor, may, type Permission, type Role, roles } from "./permissions";
import { sessionOptions } from "./session";

/** Who asks, as the database has them now: a role taken away is gone with the next request. One look-up per request. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(sessionOptions());
  const user = session?.userId ? await findUser(db, session.userId) : null;
  return user && !user.disabledAt ? toActor(user) : null;
});

/** Sends to sign-in who is not signed in. Throws `forbidden` for who may not; its digest lets the error page say so. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, permission)) throw Object.assign(new AppError("forbidden", "Your role does not allow this."), { digest: "forbidden" });
  return actor;
}

function toActor({ id, name, email, role, places }: UserRow): Actor | null {
  return isRole(role) ? { id, name, email, role, places: role === "store" ? places : null } : null;
}

const isRole = (text: string): text is Role => text in roles;
