import { AppError } from "@/lib/app-error";
import type { RecordFilter, RunFilter } from "@/lib/domain/records/record-filter";
import { db, empty, type Prisma, sql } from "./client";
import { type Keyset, pageOf, startOf } from "./keyset";
import { orderHits } from "./order-hits";

export type RunRow = {
  id: string;
  flow: string;
  connectionId: string | null;
  connectionName: string | null;
  startedAt: Date;
  endedAt: Date | null;
  state: string;
  counts: Record<string, number>;
  message: string;
};

const runColumns = sql`r.id, r.flow, r.connection_id as "connectionId", n.name as "connectionName", r.started_at as "startedAt", r.ended_at as "endedAt", r.state, r.counts, r.message`;

const whereRun = ({ flow, state, connection, since }: RunFilter): Prisma.Sql =>
  sql`where true ${flow === "" ? empty : sql`and r.flow = ${flow}`} ${state === "" ? empty : sql`and r.state = ${state}`}
    ${connection === "" ? empty : sql`and r.connection_id = ${connection}::uuid`} ${since === "" ? empty : sql`and r.started_at >= ${startOf(since, connection)}`}`;

export type RunPage = { runs: RunRow[]; next: string | null };

/** Newest first. */
export async function listRuns(filter: RunFilter, after: Keyset | null, limit = 50): Promise<RunPage> {
  const found = await db.$queryRaw<RunRow[]>`
    select ${runColumns} from run r left join connection n on n.id = r.connection_id ${whereRun(filter)}
      ${after ? sql`and (r.started_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
    order by r.started_at desc, r.id desc limit ${limit + 1}`;
  const { rows, next } = pageOf(found, limit, ({ startedAt, id }) => ({ at: startedAt, id }));
  return { runs: rows, next };
}

export async function countRuns(filter: RunFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`select count(*)::int as count from run r ${whereRun(filter)}`;
  return row?.count ?? 0;
}

export async function getRun(id: string): Promise<RunRow> {
  const [run] = await db.$queryRaw<
    RunRow[]
  >`select ${runColumns} from run r left join connection n on n.id = r.connection_id where r.id = ${id}::uuid`;
  if (!run) throw new AppError("not-found", "This run does not exist any more.");
  return run;
}

export type RecordRow = {
  at: Date;
  id: string;
  runId: string;
  flow: string;
  connectionId: string;
  connectionName: string;
  entity: string;
  key: string;
  label: string;
  outcome: string;
  why: string;
  detail: Record<string, unknown>;
};

export const recordColumns = sql`r.at, r.id, r.run_id as "runId", r.flow, r.connection_id as "connectionId", n.name as "connectionName", r.entity, r.key, r.label, r.outcome, r.why, r.detail`;

/** Lists and counts share it. A text that is too short to search for finds nothing rather than everything. */
function whereRecord({ q, run, outcome, entity, flow, shop, since }: RecordFilter): Prisma.Sql {
  const hits = q === "" ? null : orderHits(q);
  return sql`where true ${run === "" ? empty : sql`and r.run_id = ${run}::uuid`} ${outcome === "" ? empty : sql`and r.outcome = any(${outcome.split(",")}::text[])`}
    ${entity === "" ? empty : sql`and r.entity = ${entity}`} ${flow === "" ? empty : sql`and r.flow = ${flow}`} ${shop === "" ? empty : sql`and r.connection_id = ${shop}::uuid`}
    ${since === "" ? empty : sql`and r.at >= ${startOf(since, shop)}`}
    ${q === "" ? empty : hits ? sql`and r.entity = 'order' and (r.connection_id, r.key) in (select shop_id, key from (${hits}) hit)` : sql`and false`}`;
}

export type RecordPage = { records: RecordRow[]; next: string | null };

/** Newest first. */
export async function listRecords(filter: RecordFilter, after: Keyset | null, limit = 100): Promise<RecordPage> {
  const found = await db.$queryRaw<RecordRow[]>`
    select ${recordColumns} from record r join connection n on n.id = r.connection_id ${whereRecord(filter)}
      ${after ? sql`and (r.at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
    order by r.at desc, r.id desc limit ${limit + 1}`;
  const { rows, next } = pageOf(found, limit, (row) => row);
  return { records: rows, next };
}

export async function countRecords(filter: RecordFilter): Promise<Record<string, number>> {
  const found = await db.$queryRaw<
    { outcome: string; count: number }[]
  >`select r.outcome, count(*)::int as count from record r ${whereRecord(filter)} group by 1`;
  return Object.fromEntries(found.map(({ outcome, count }) => [outcome, count]));
}
