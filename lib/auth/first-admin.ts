import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

import { writeAudit } from "@/lib/data/audit";
import { type Db, inTransaction } from "@/lib/data/client";
import { createFirstLink, findFirstLink, spendFirstLink } from "@/lib/data/first-links";
import { createUser, type UserRow } from "@/lib/data/users";

import { hashPassword, Password } from "./passwords";

const hours = 24;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export const FirstAdmin = z.object({
  name: z.string().trim().min(1, "Please tell us your name.").max(100),
  email: z.email("This is not an e-mail address.").max(254),
  password: Password,
});
export type FirstAdmin = z.infer<typeof FirstAdmin>;

/** A token for `/sign-in/first/<token>`, good once and for 24 hours; only its hash is kept. */
export async function inviteFirstAdmin(tx: Db, now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await createFirstLink(tx, hashOf(token), new Date(now.getTime() + hours * 3_600_000));
  return token;
}

export const isInvited = async (tx: Db, token: string, now: Date): Promise<boolean> =>
  (await findFirstLink(tx, hashOf(token), now)) !== null;

/** The link and the account go together: both or neither. Throws `not-found` when the link is used or too old. */
export async function welcomeFirstAdmin(token: string, person: FirstAdmin, now: Date): Promise<UserRow> {
  const passwordHash = await hashPassword(person.password);
  return inTransaction(async (tx) => {
    await spendFirstLink(tx, hashOf(token), now);
    const user = await createUser(tx, { name: person.name, email: person.email, role: "admin", passwordHash });
    await writeAudit(tx, { actor: user.id, action: "person.first-admin", subject: user.id, change: { role: "admin", by: "first link" } });
    return user;
  });
}
