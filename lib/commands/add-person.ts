import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { makeOneTimePassword } from "@/lib/auth/one-time-password";
import { type Role, roleNames } from "@/lib/auth/permissions";
import { createUser } from "@/lib/data/users";
import { listStorePlaces } from "@/lib/data/warehouses";

import { command } from "./command";

const roleIds = Object.keys(roleNames) as [Role, ...Role[]];

/** Only a store role is bound to stores. */
export const Access = z
  .object({
    name: z.string().trim().min(1, "Give a name.").max(100, "At most 100 characters."),
    role: z.enum(roleIds, "Choose a role."),
    places: z.array(z.string().max(100)).max(200),
  })
  .refine(({ role, places }) => role !== "store" || places.length > 0, { path: ["places"], message: "Choose at least one store." });
export type Access = z.infer<typeof Access>;

/** The stores that this access is bound to: none but for a store role. Throws `invalid` for a store that nobody knows. */
export async function placesOf({ role, places }: Access): Promise<string[]> {
  if (role !== "store") return [];
  const known = new Set((await listStorePlaces()).map(({ place }) => place));
  if (places.some((place) => !known.has(place))) throw new AppError("invalid", "One of these stores does not exist any more.");
  return [...new Set(places)];
}

/** Lets somebody in. The one-time password is in the answer and nowhere else. */
export const addPerson = command({
  action: "person.add",
  needs: "people:manage",
  input: Access.safeExtend({ email: z.email("This is not an e-mail address.").max(254) }),
  async run(tx, { email, ...access }) {
    const places = await placesOf(access);
    const { password, ...secret } = await makeOneTimePassword(new Date());
    const { id } = await createUser(tx, { name: access.name, role: access.role, email, places, ...secret });
    return {
      subject: `person:${id}`,
      change: { email, name: access.name, role: access.role, places },
      answer: { id, password, goodUntil: secret.oneTimeUntil },
    };
  },
});
