import type { Actor } from "@/lib/auth/permissions";
import { previewRelease, releaseCauses } from "@/lib/commands/release";
import { type CauseRow, listCauses, listHeld } from "@/lib/data/causes";
import { db } from "@/lib/data/client";
import { countPlan, getPlan } from "@/lib/data/release-plans";
import { findUserByEmail } from "@/lib/data/users";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import { demoPeople } from "@/prisma/seed/people";
import { pounds } from "./pence";
import type { Report } from "./report";
import { until } from "./until";

/** Causes that hold orders, the costliest first; `held` are the ids of those orders. */
export async function listOrderCauses(): Promise<(CauseRow & { held: string[] })[]> {
  const causes = await listCauses(CauseFilter.parse({}), "", { limit: 10_000 });
  const withOrders = await Promise.all(
    causes.map(async (cause) => {
      const held = await listHeld(cause.id, { limit: 1_000_000 });
      return { ...cause, held: held.filter(({ entity, state }) => entity === "order" && state === "held").map(({ key }) => key) };
    }),
  );
  return withOrders.filter(({ held }) => held.length > 0).sort((a, b) => b.amount - a.amount);
}

export const toReport = (causes: Awaited<ReturnType<typeof listOrderCauses>>): Report["causes"] =>
  causes.map(({ kind, entity, held, amount }) => ({ kind, entity, orders: held.length, amount: pounds(amount) }));

/** Shop order ids that Parity says it holds, each with a cause that a person can see. */
export const listHeldIds = async (): Promise<Set<string>> => new Set((await listOrderCauses()).flatMap(({ held }) => held));

/** Maps one unknown SKU after the other and releases what it held, with the commands that the screens use. */
export async function fixUnknownSkus(
  skuAtTill: (sku: string) => string,
  waitUntilQuiet: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<Pick<Report["released"], "previewed" | "released">> {
  const actor = await anOperator();
  const total = { previewed: 0, released: 0 };
  const tried = new Set<string>();
  for (;;) {
    const cause = (await listOrderCauses()).find(({ id, kind }) => kind === skuUnknown.id && !tried.has(id));
    if (!cause) return total;
    tried.add(cause.id);
    const { planId } = await previewRelease(actor, {
      causeIds: [cause.id],
      edits: [{ kind: "sku", theirs: cause.entity, ours: skuAtTill(cause.entity) }],
    });
    await releaseCauses.execute(actor, { planId });
    const { goes, released } = await until({
      what: `Releasing ${cause.entity}`,
      look: async () => ({ state: (await getPlan(planId)).state, ...(await countPlan(planId)) }),
      isOver: ({ state }) => state === "done",
      mark: ({ ended, total: all }) => `${ended} of ${all}`,
      signal,
    });
    await waitUntilQuiet();
    console.error(`  ${cause.entity} is mapped to ${skuAtTill(cause.entity)}: ${goes} foreseen to go, ${released} went`);
    total.previewed += goes;
    total.released += released;
  }
}

/** Somebody who may release, with the role that the database has. */
async function anOperator(): Promise<Actor> {
  const person = demoPeople.find(({ role }) => role === "ops");
  const user = person && (await findUserByEmail(db, person.email));
  if (!user) throw new Error("nobody who may release is there");
  return { id: user.id, name: user.name, email: user.email, role: "ops", places: null };
}
