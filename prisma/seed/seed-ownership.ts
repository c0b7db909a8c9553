import type { Db } from "@/lib/data/client";
import { saveLadder, saveRule } from "@/lib/data/ownership";
import { findUserByEmail } from "@/lib/data/users";
import type { Owner, OwnerRole, RuleCondition } from "@/lib/domain/ownership/rule";

import { demoPeople } from "./people";

const any: RuleCondition = { about: "", shopId: null, place: "", minAmount: 0, currency: "" };

/** Who owns what at the demo's retailer: dear ones and money have a person, and what nobody takes climbs. */
export async function seedOwnership(tx: Db): Promise<void> {
  const personOf = async (role: OwnerRole): Promise<Owner> => {
    const email = demoPeople.find((person) => person.role === role)?.email ?? "";
    return { ownerId: (await findUserByEmail(tx, email))?.id ?? null, ownerRole: role };
  };
  const [ops, finance, admin] = [await personOf("ops"), await personOf("finance"), await personOf("admin")];
  await saveRule(tx, null, { ...any, minAmount: 100_000, currency: "GBP", ...ops, isOn: true }, "");
  await saveRule(tx, null, { ...any, about: "family:money", ...finance, isOn: true }, "");
  await saveLadder(tx, "high", [
    { afterMinutes: 15, ownerId: null, ownerRole: "ops" },
    { afterMinutes: 60, ...admin },
  ]);
}
