import { db } from "@/lib/data/client";
import { listUsers } from "@/lib/data/users";
import { listStorePlaces } from "@/lib/data/warehouses";

/** Everybody who can sign in or could, without anything that helps to sign in. */
export async function tellAccounts(actorId: string) {
  const [users, stores] = await Promise.all([listUsers(db), listStorePlaces()]);
  return {
    people: users.map(({ id, name, email, role, places, lastSeenAt, lockedUntil, disabledAt, oneTimeUntil, createdAt }) => ({
      id,
      name,
      email,
      role,
      places,
      lastSeenAt,
      lockedUntil,
      disabledAt,
      oneTimeUntil,
      createdAt,
      isMe: id === actorId,
    })),
    stores,
    asOf: new Date(),
  };
}
