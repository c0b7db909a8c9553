import { may, type Role } from "@/lib/auth/permissions";
import { countByRule } from "@/lib/data/causes";
import { db } from "@/lib/data/client";
import { listConnections } from "@/lib/data/connections";
import { listRules, listSteps } from "@/lib/data/ownership";
import { measureReach } from "@/lib/data/rule-reach";
import { listUsers } from "@/lib/data/users";
import { listStorePlaces } from "@/lib/data/warehouses";
import { listGaps } from "@/lib/domain/ownership/list-gaps";

/** The rules with what each owns and would own, the ladders, and where nobody would own something. */
export async function tellOwnership() {
  const [rules, steps, users, connections, places] = await Promise.all([
    listRules(db),
    listSteps(db),
    listUsers(db),
    listConnections(),
    listStorePlaces(),
  ]);
  const [{ recent, moving }, open] = await Promise.all([measureReach(rules), countByRule()]);
  const recentOf = (id: string) => recent.get(id)?.count ?? 0;
  return {
    rules: rules.map((rule) => ({ ...rule, open: open.get(rule.id) ?? 0, recent: recentOf(rule.id) })),
    unruled: recentOf(""),
    moving,
    steps,
    gaps: listGaps(
      rules,
      steps,
      users.map(({ id, name, role, places: own, disabledAt }) => ({
        id,
        name,
        role: role as Role,
        places: own,
        isDisabled: disabledAt !== null,
      })),
    ),
    people: users
      .filter(({ disabledAt, role }) => !disabledAt && may({ role: role as Role }, "exceptions:work"))
      .map(({ id, name, role }) => ({ id, name, role: role as Role })),
    shops: connections.filter(({ role }) => role === "shop").map(({ id, name, currency }) => ({ id, name, currency })),
    connections: connections.map(({ id, name }) => ({ id, name })),
    places,
    asOf: new Date(),
  };
}
