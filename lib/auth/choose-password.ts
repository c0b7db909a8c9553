import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { writeAudit } from "@/lib/data/audit";
import { type Db, db, inTransaction } from "@/lib/data/client";
import { getUser, updateUser } from "@/lib/data/users";

import { hashPassword, isPassword, Password } from "./passwords";

export const ChosenPassword = z.object({ password: Password });

/** The handed-out password is replaced by one that only its person knows, and every session begun with it is over. */
export async function choosePassword(userId: string, raw: unknown, now: Date): Promise<void> {
  const { password } = ChosenPassword.parse(raw);
  const given = await getNewcomer(db, userId);
  if (await isPassword(password, given.passwordHash)) throw new AppError("invalid", "Choose another one than the password you were given.");
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await getNewcomer(tx, userId);
    await updateUser(tx, userId, { passwordHash, oneTimeUntil: null, sessionsFrom: now });
    await writeAudit(tx, { actor: userId, action: "person.choose-password", subject: `person:${userId}`, change: {} });
  });
}

async function getNewcomer(tx: Db, userId: string) {
  const user = await getUser(tx, userId);
  if (!user.oneTimeUntil || user.disabledAt) throw new AppError("conflict", "This account has its own password already.");
  return user;
}
