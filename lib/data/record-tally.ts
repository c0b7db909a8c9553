import { type Db, db, inTransaction, sql } from "./client";

/** Younger than any transaction that is still open: nothing older can appear any more. */
const settledAfter = sql`interval '2 minutes'`;
const quarter = (at: ReturnType<typeof sql>) => sql`date_bin('15 minutes', ${at}, '2000-01-01'::timestamptz)`;
const longest = sql`interval '1 day'`;

export type Counted = { flow: string; connectionId: string; outcome: string; count: number };

/** Moves what was written since the last time into the tally, each record once. Answers up to when; a long past takes several. */
export const tallyRecords = (): Promise<{ until: Date; isDone: boolean }> =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`
      insert into tally_mark (id, until) select 1, least(coalesce((select min(at) from record), now()), coalesce((select min(seen_at) from pos_movement), now()), now() - ${settledAfter})
      on conflict (id) do nothing`;
    const [span] = await tx.$queryRaw<{ from: Date; to: Date; isDone: boolean }[]>`
      select until as "from", greatest(until, least(until + ${longest}, now() - ${settledAfter})) as "to", until + ${longest} >= now() - ${settledAfter} as "isDone" from tally_mark for update`;
    const { from, to, isDone } = span!;
    await tx.$executeRaw`
      insert into record_tally as t (flow, connection_id, at, outcome, count)
      select flow, connection_id, ${quarter(sql`at`)}, outcome, count(*)::int from record where at >= ${from} and at < ${to} group by 1, 2, 3, 4
      union all select 'pull-movements', pos_id, ${quarter(sql`seen_at`)}, 'read', count(*)::int from pos_movement where seen_at >= ${from} and seen_at < ${to} group by 2, 3
      on conflict (flow, connection_id, at, outcome) do update set count = t.count + excluded.count`;
    await tx.$executeRaw`update tally_mark set until = ${to}`;
    return { until: to, isDone };
  });

export const pruneTally = (tx: Db, days: number) => tx.$executeRaw`delete from record_tally where at < now() - ${days} * interval '1 day'`;

const until = sql`coalesce((select until from tally_mark), '-infinity'::timestamptz)`;
const startOfDay = sql`date_trunc('day', now(), n.zone)`;
/** A day begins somewhere on earth at most this long ago. */
const anyToday = sql`now() - interval '26 hours'`;

/** Records of today where each connection is: from the tally, and what is younger from the records themselves. */
export const countToday = (): Promise<Counted[]> => db.$queryRaw<Counted[]>`
  select flow, connection_id as "connectionId", outcome, sum(count)::int as count from (
    select t.flow, t.connection_id, t.outcome, t.count::bigint from record_tally t join connection n on n.id = t.connection_id where t.at >= ${anyToday} and t.at >= ${startOfDay}
    union all select r.flow, r.connection_id, r.outcome, count(*) from record r join connection n on n.id = r.connection_id
      where r.at >= greatest(${until}, ${anyToday}) and r.at >= ${startOfDay} group by 1, 2, 3
    union all select 'pull-movements', m.pos_id, 'read', count(*) from pos_movement m join connection n on n.id = m.pos_id
      where m.seen_at >= greatest(${until}, ${anyToday}) and m.seen_at >= ${startOfDay} group by 2) each
  group by 1, 2, 3`;

/** How many records each flow wrote in the last ten minutes: the pace at which a backlog goes. */
export const countRecent = (): Promise<Omit<Counted, "outcome">[]> => db.$queryRaw<Omit<Counted, "outcome">[]>`
  select flow, connection_id as "connectionId", count(*)::int as count from record where at > now() - interval '10 minutes' group by 1, 2`;

export type CountedDay = Counted & { day: string };

/** Days before today that the trend shows, as "2026-11-21" where the connection is. */
export const listTalliedDays = (days: number): Promise<CountedDay[]> => db.$queryRaw<CountedDay[]>`
  select t.flow, t.connection_id as "connectionId", t.outcome, (t.at at time zone n.zone)::date::text as day, sum(t.count)::int as count
  from record_tally t join connection n on n.id = t.connection_id
  where t.at >= now() - (${days} + 1) * interval '1 day' and t.at >= date_trunc('day', now() - ${days} * interval '1 day', n.zone) and t.at < ${startOfDay} group by 1, 2, 3, 4`;
