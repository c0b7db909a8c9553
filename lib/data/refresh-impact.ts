import { type Db, join, sql } from "./client";

/** Recounts what these causes hold, and answers which hold more than they ever did. One that holds nothing any more is resolved, verified by the flow. */
export async function refreshImpact(tx: Db, causeIds: readonly string[]): Promise<{ id: string; from: number; to: number }[]> {
  const ids = [...new Set(causeIds)].sort();
  if (ids.length === 0) return [];
  const before = await tx.$queryRaw<
    { id: string; state: string; peak: number }[]
  >`select id, state, peak::float8 as peak from cause where id in (${join(ids.map((id) => sql`${id}::uuid`))}) order by id for update`;
  const wasOpen = new Set(before.filter(({ state }) => state !== "resolved").map(({ id }) => id));
  const counted = await tx.$queryRaw<{ id: string; records: number; amount: number }[]>`
    with impact as (
      select a.id as cause_id, count(e.id) filter (where e.state in ('held', 'set-aside'))::int as records,
        coalesce(sum(e.amount) filter (where e.state = 'held'), 0)::bigint as amount, coalesce(max(e.currency) filter (where e.state = 'held'), '') as currency,
        (count(distinct nullif(e.customer_hash, '')) filter (where e.state = 'held'))::int as people,
        coalesce(sum(e.units) filter (where e.state = 'held'), 0)::int as units, min(e.promise_at) filter (where e.state = 'held') as promise_at
      from unnest(${ids}::uuid[]) as a(id) left join exception e on e.cause_id = a.id group by a.id)
    update cause c set records = i.records, amount = i.amount, peak = greatest(c.peak, i.amount), currency = case when i.currency = '' then c.currency else i.currency end,
      people = i.people, units = i.units, promise_at = i.promise_at, changed_at = now(),
      state = case when i.records = 0 and c.state <> 'resolved' then 'resolved' else c.state end,
      closed_at = case when i.records = 0 and c.state <> 'resolved' then now() else c.closed_at end,
      closed_how = case when i.records = 0 and c.state <> 'resolved' then 'verified' else c.closed_how end,
      closed_by = case when i.records = 0 and c.state <> 'resolved' then 'flow' else c.closed_by end,
      next_probe_at = case when i.records = 0 then null else c.next_probe_at end
    from impact i where c.id = i.cause_id
    returning c.id, c.records, c.amount::float8 as amount`;
  const healed = counted.filter(({ id, records }) => records === 0 && wasOpen.has(id)).map(({ id }) => id);
  if (healed.length > 0) {
    await tx.$executeRaw`
      insert into cause_entry (cause_id, by, action, text)
      select id, 'flow', 'resolved', 'Nothing is held by it any more.' from unnest(${healed}::uuid[]) as h(id)`;
  }
  const peaks = new Map(before.map(({ id, peak }) => [id, peak]));
  return counted.map(({ id, amount }) => ({ id, from: peaks.get(id) ?? 0, to: amount })).filter(({ from, to }) => to > from);
}
