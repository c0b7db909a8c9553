import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { db, empty, type Prisma, sql } from "./client";

export const RunFilter = z.object({
  flow: z.string().max(60).catch(""),
  state: z.enum(["", "running", "confirmed", "attention", "failed"]).catch(""),
  connection: z.union([z.uuid(), z.literal("")]).catch(""),
});
export type RunFilter = z.infer<typeof RunFilter>;

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

const columns = sql`r.id, r.flow, r.connection_id as "connectionId", n.name as "connectionName", r.started_at as "startedAt", r.ended_at as "endedAt", r.state, r.counts, r.message`;

function where({ flow, state, connection }: RunFilter): Prisma.Sql {
  return sql`where true ${flow === "" ? empty : sql`and r.flow = ${flow}`} ${state === "" ? empty : sql`and r.state = ${state}`} ${connection === "" ? empty : sql`and r.connection_id = ${connection}::uuid`}`;
}

/** Newest first; `before` is the start of the last row of the page before. */
export async function listRuns(filter: RunFilter, before: Date | null, limit = 50): Promise<RunRow[]> {
  return db.$queryRaw<
    RunRow[]
  >`select ${columns} from run r left join connection n on n.id = r.connection_id ${where(filter)} ${before ? sql`and r.started_at < ${before}` : empty} order by r.started_at desc limit ${limit}`;
}

export async function getRun(id: string): Promise<RunRow> {
  const [run] = await db.$queryRaw<
    RunRow[]
  >`select ${columns} from run r left join connection n on n.id = r.connection_id where r.id = ${id}::uuid`;
  if (!run) throw new AppError("not-found", "This run does not exist any more.");
  return run;
}

export type RecordRow = {
  at: Date;
  id: string;
  runId: string;
  flow: string;
  connectionId: string;
  entity: string;
  key: string;
  label: string;
  outcome: string;
  why: string;
  detail: Record<string, unknown>;
};

const recordColumns = sql`at, id, run_id as "runId", flow, connection_id as "connectionId", entity, key, label, outcome, why, detail`;

export const RecordFilter = z.object({
  run: z.union([z.uuid(), z.literal("")]).catch(""),
  outcome: z.string().max(30).catch(""),
  entity: z.string().max(30).catch(""),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

export async function listRecords({ run, outcome, entity }: RecordFilter, before: Date | null, limit = 100): Promise<RecordRow[]> {
  return db.$queryRaw<RecordRow[]>`
    select ${recordColumns} from record where true ${run === "" ? empty : sql`and run_id = ${run}::uuid`} ${outcome === "" ? empty : sql`and outcome = ${outcome}`}
      ${entity === "" ? empty : sql`and entity = ${entity}`} ${before ? sql`and at < ${before}` : empty} order by at desc limit ${limit}`;
}
