import { z } from "zod";

import { type Role, roles } from "./permissions";

/** Who comes in by the organisation's own sign-in, and as what. Without a claim: only people who were added here, as what they are here. */
export type OidcRule = { claim: string; roleOf: ReadonlyMap<string, Role> } | null;

/** What the provider says of a person, as far as it is asked. */
export const OidcClaims = z.looseObject({
  sub: z.string().min(1),
  email: z.email().optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().optional(),
});
export type OidcClaims = z.infer<typeof OidcClaims>;

/** The role that the claim gives, the first in the order of the setting; null = none. A claim may be one word or a list. */
export function roleIn(claims: OidcClaims, rule: NonNullable<OidcRule>): Role | null {
  const said = claims[rule.claim];
  const values = new Set(Array.isArray(said) ? said.map(String) : typeof said === "string" ? [said, ...said.split(/[\s,]+/)] : []);
  return [...rule.roleOf].find(([value]) => values.has(value))?.[1] ?? null;
}

const Roles = z.record(z.string().min(1), z.enum(Object.keys(roles) as [Role, ...Role[]]));

/** `{"parity-admins": "admin", …}` as a setting holds it. Throws ZodError. */
export const readRoles = (value: unknown): ReadonlyMap<string, Role> => new Map(Object.entries(Roles.parse(value)));

export type OidcRefusal = "no-email" | "unverified" | "not-invited" | "disabled" | "no-role";

/** What the person at the door reads. */
export const refusals: Record<OidcRefusal, string> = {
  "no-email": "Your organisation's sign-in did not tell us your e-mail address.",
  unverified: "Your organisation's sign-in has not verified your e-mail address yet.",
  "not-invited": "Nobody has added you to Parity yet. Ask an admin to add your e-mail address.",
  disabled: "Your account here is disabled. Ask an admin.",
  "no-role": "Your organisation's sign-in gives you no role in Parity. Ask whoever looks after it.",
};
