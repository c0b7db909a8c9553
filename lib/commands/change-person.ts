import { z } from "zod";

import { AppError } from "@/lib/app-error";
import type { Db } from "@/lib/data/client";
import { getUser, holdAdmins, updateUser } from "@/lib/data/users";

import { Access, placesOf } from "./add-person";
import { command } from "./command";

/** Somebody must be left who can let others in. */
export async function refuseLastAdmin(tx: Db, id: string): Promise<void> {
  const admins = await holdAdmins(tx);
  if (admins.length === 1 && admins[0] === id)
    throw new AppError("conflict", "This is the only admin. Make somebody else an admin first, or nobody could let people in any more.");
}

/** `seen`: what the person was when the form was opened; somebody else's change in between is not overwritten. */
export const changePerson = command({
  action: "person.change",
  needs: "people:manage",
  input: Access.safeExtend({ id: z.uuid(), seen: z.object({ role: z.string(), places: z.array(z.string()) }) }),
  async run(tx, { id, seen, ...access }) {
    const places = await placesOf(access);
    const before = await getUser(tx, id);
    if (before.role !== seen.role || [...before.places].sort().join() !== [...seen.places].sort().join())
      throw new AppError("conflict", "Somebody else has just changed this person. Look again before you save.");
    if (before.role === "admin" && access.role !== "admin") await refuseLastAdmin(tx, id);
    await updateUser(tx, id, { name: access.name, role: access.role, places });
    return {
      subject: `person:${id}`,
      change: {
        before: { name: before.name, role: before.role, places: before.places },
        after: { name: access.name, role: access.role, places },
      },
      answer: undefined,
    };
  },
});
