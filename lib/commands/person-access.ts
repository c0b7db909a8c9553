import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { makeOneTimePassword } from "@/lib/auth/one-time-password";
import { getUser, updateUser } from "@/lib/data/users";

import { refuseLastAdmin } from "./change-person";
import { command } from "./command";

const Person = z.object({ id: z.uuid() });

/** Shuts the account and ends its sessions with the next request; nothing of what the person did goes away. */
export const disablePerson = command({
  action: "person.disable",
  needs: "people:manage",
  input: Person,
  async run(tx, { id }, actor) {
    if (id === actor.id) throw new AppError("conflict", "You cannot disable yourself. Ask another admin.");
    const { disabledAt, role } = await getUser(tx, id);
    if (disabledAt) throw new AppError("conflict", "This account is disabled already.");
    if (role === "admin") await refuseLastAdmin(tx, id);
    const now = new Date();
    await updateUser(tx, id, { disabledAt: now, sessionsFrom: now });
    return { subject: `person:${id}`, change: {}, answer: undefined };
  },
});

export const enablePerson = command({
  action: "person.enable",
  needs: "people:manage",
  input: Person,
  async run(tx, { id }) {
    const { disabledAt } = await getUser(tx, id);
    if (!disabledAt) throw new AppError("conflict", "This account is not disabled.");
    await updateUser(tx, id, { disabledAt: null, failures: 0, lockedUntil: null });
    return { subject: `person:${id}`, change: { disabledAt }, answer: undefined };
  },
});

export const unlockPerson = command({
  action: "person.unlock",
  needs: "people:manage",
  input: Person,
  async run(tx, { id }) {
    const { lockedUntil, failures } = await getUser(tx, id);
    if (!lockedUntil || lockedUntil < new Date()) throw new AppError("conflict", "This account is not locked.");
    await updateUser(tx, id, { failures: 0, lockedUntil: null });
    return { subject: `person:${id}`, change: { lockedUntil, failures }, answer: undefined };
  },
});

/** A new one-time password, in the answer and nowhere else; the old one and every session are over. */
export const resetPassword = command({
  action: "person.reset-password",
  needs: "people:manage",
  input: Person,
  async run(tx, { id }, actor) {
    if (id === actor.id) throw new AppError("conflict", "You cannot reset your own password. Ask another admin.");
    const { disabledAt } = await getUser(tx, id);
    if (disabledAt) throw new AppError("conflict", "This account is disabled. Enable it first.");
    const now = new Date();
    const { password, ...secret } = await makeOneTimePassword(now);
    await updateUser(tx, id, { ...secret, failures: 0, lockedUntil: null, sessionsFrom: now });
    return { subject: `person:${id}`, change: { goodUntil: secret.oneTimeUntil }, answer: { password, goodUntil: secret.oneTimeUntil } };
  },
});
