import { z } from "zod";

import { grantable, isGrantable } from "@/lib/auth/permissions";
import { makeTokenSecret } from "@/lib/auth/token-secret";
import { createToken, revokeToken as revoke } from "@/lib/data/api-tokens";

import { command } from "./command";

const dayMs = 86_400_000;

/** Lets another program in. The secret is in the answer and nowhere else. */
export const makeToken = command({
  action: "token.make",
  needs: "people:manage",
  input: z.object({
    name: z.string().trim().min(1, "Say what it is for.").max(80, "At most 80 characters."),
    scopes: z
      .array(z.string())
      .min(1, "Choose at least one thing it may do.")
      .max(grantable.length)
      .refine((scopes) => scopes.every(isGrantable), "One of these cannot be given to a token."),
    /** Days it is good for; null = until it is revoked. */
    days: z.int().min(1).max(730).nullable(),
  }),
  async run(tx, { name, scopes, days }, actor) {
    const { secret, hash, hint } = makeTokenSecret();
    const expiresAt = days === null ? null : new Date(Date.now() + days * dayMs);
    const { id } = await createToken(tx, { name, hash, hint, scopes: [...new Set(scopes)].sort(), userId: actor.id, expiresAt });
    return { subject: `token:${id}`, change: { name, hint, scopes, days }, answer: { id, secret } };
  },
});

/** From the next request on it opens nothing. */
export const revokeToken = command({
  action: "token.revoke",
  needs: "people:manage",
  input: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const name = await revoke(tx, id, new Date());
    return { subject: `token:${id}`, change: { name }, answer: undefined };
  },
});
