import { writeEntries } from "./causes";
import { type Db, db, inTransaction, sql } from "./client";
import { respondOf } from "./kind-rows";

/**
 * A person closes causes: what they held is released and waits for nothing. Only an order that is linked to one at the till
 * can never be sent; one that is closed on trust goes after all when the shop changes it.
 */
export async function settleByHand(tx: Db, causeIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    with freed as (
      update exception set state = 'released', released_at = now() where cause_id = any(${causeIds}::uuid[]) and state in ('held', 'set-aside') returning entity, shop_id, key)
    update order_lane l set state = 'done', settled_at = now(),
      reason = case when exists (select 1 from order_link k where k.shop_id = l.shop_id and k.order_id = l.order_id and k.undone_at is null)
        then 'Entered at the till by hand' else 'Closed on trust: no order at the till is linked to it' end
    from freed f
    where f.entity = 'order' and l.shop_id = f.shop_id and l.order_id = f.key and l.state = 'held'
      and not exists (select 1 from exception o where o.entity = 'order' and o.shop_id = l.shop_id and o.key = l.order_id and o.state = 'held' and o.cause_id <> all(${causeIds}::uuid[]))`;
  await tx.$executeRaw`update cause set records = 0, amount = 0, people = 0, units = 0, promise_at = null where id = any(${causeIds}::uuid[])`;
}

/** Snoozes and ignores that ran out are open again. */
export async function endTimers(): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await tx.$queryRaw<{ id: string; was: string }[]>`
      with due as (select id, state as was from cause where state in ('snoozed', 'ignored') and until < now() for update skip locked)
      update cause c set state = 'open', until = null, next_probe_at = now(), changed_at = now(), taken_at = null, escalated = 0,
        sla_at = now() + ${respondOf(sql`c.kind`)}
      from due where due.id = c.id returning c.id, due.was`;
    if (ended.length === 0) return;
    await tx.$executeRaw`update exception set state = 'held' where cause_id = any(${ended.map(({ id }) => id)}::uuid[]) and state = 'set-aside'`;
    await writeEntries(
      tx,
      ended.map(({ id, was }) => ({
        causeId: id,
        by: "flow",
        action: "reopen",
        text: was === "snoozed" ? "The snooze is over." : "The time it was to be ignored for is over.",
      })),
    );
  });
}

/** Open causes whose turn it is to be probed, with the next turn set: 15 s, then doubling up to 15 minutes. */
export async function takeDueProbes(limit: number): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string }[]>`
    with due as (select id from cause where state in ('open', 'working', 'snoozed') and next_probe_at <= now() order by next_probe_at limit ${limit} for update skip locked)
    update cause c set probes = probes + 1, next_probe_at = now() + least(900, 15 * power(2, least(probes, 6))) * interval '1 second' from due where due.id = c.id returning c.id`;
  return due.map(({ id }) => id);
}

/** A platform has no quota for these now: they are asked about a little later, as if their turn had not come. */
export const putOffProbes = (ids: readonly string[], waitMs: number) =>
  db.$executeRaw`
    update cause set probes = greatest(0, probes - 1), next_probe_at = now() + ${waitMs} * interval '1 millisecond'
    where id = any(${ids}::uuid[]) and state in ('open', 'working', 'snoozed')`;

/** Causes of these kinds that still hold something of this connection. */
export const listOpenCauseIds = async (tx: Db, connectionId: string, kinds: readonly string[]): Promise<string[]> =>
  (
    await tx.cause.findMany({
      where: { connectionId, kind: { in: [...kinds] }, state: { not: "resolved" } },
      select: { id: true },
      take: 500,
    })
  ).map(({ id }) => id);
