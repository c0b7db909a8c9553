import { hashPassword } from "@/lib/auth/passwords";
import type { Db } from "@/lib/data/client";
import { createUser, findUserByEmail } from "@/lib/data/users";

import { demoPeople } from "./people";

/** Creates whom of the demo is missing. `placeOf` turns a store's name into its "posId:warehouseId"; unknown stores are left out. */
export async function seedPeople(tx: Db, placeOf: (store: string) => string | undefined): Promise<void> {
  for (const { password, stores, ...person } of demoPeople) {
    if (await findUserByEmail(tx, person.email)) continue;
    const places = stores.map(placeOf).filter((place) => place !== undefined);
    await createUser(tx, { ...person, places, passwordHash: await hashPassword(password) });
  }
}
