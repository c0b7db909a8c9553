import { writeAudit } from "@/lib/data/audit";
import { type Db, inTransaction } from "@/lib/data/client";
import { createUser, findUserByEmail, recordSignIn, type UserRow, updateUser } from "@/lib/data/users";

import { type OidcClaims, type OidcRefusal, type OidcRule, roleIn } from "./oidc-rule";
import type { Role } from "./permissions";

type Admitted = { as: "admitted"; userId: string } | { as: "refused"; why: OidcRefusal };
const refused = (why: OidcRefusal): Admitted => ({ as: "refused", why });

/** Whom the provider vouches for: known here, or given a role by the claim. What changes by it is written down like a person's change. */
export function admitByOidc(claims: OidcClaims, rule: OidcRule, now: Date): Promise<Admitted> {
  const { email } = claims;
  if (email === undefined) return Promise.resolve(refused("no-email"));
  if (claims.email_verified === false) return Promise.resolve(refused("unverified"));
  return inTransaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user?.disabledAt) return refused("disabled");
    const role = rule === null ? user?.role : roleIn(claims, rule);
    if (!role) return refused(rule === null ? "not-invited" : "no-role");
    const userId = user ? await welcomeBack(tx, user, role) : await welcome(tx, { email, name: claims.name || email, role: role as Role });
    await recordSignIn(tx, userId, now);
    return { as: "admitted", userId };
  });
}

async function welcome(tx: Db, person: { email: string; name: string; role: Role }): Promise<string> {
  const { id } = await createUser(tx, { ...person, passwordHash: "" });
  await writeAudit(tx, { actor: "sign-in", action: "person.add", subject: `person:${id}`, change: person });
  return id;
}

/** A one-time password that was never used is not needed any more, and must not stay. */
async function welcomeBack(tx: Db, { id, role: before, oneTimeUntil }: UserRow, role: string): Promise<string> {
  if (oneTimeUntil) await updateUser(tx, id, { oneTimeUntil: null, passwordHash: "" });
  if (before !== role) {
    await updateUser(tx, id, { role, ...(role !== "store" && { places: [] }) });
    await writeAudit(tx, { actor: "sign-in", action: "person.change", subject: `person:${id}`, change: { role: { before, after: role } } });
  }
  return id;
}
