import { randomUUID } from "node:crypto";

import { type Db, db, rows } from "./client";

export type Outcome = "confirmed" | "accepted-different" | "not-yet-visible" | "skipped" | "held" | "failed";
export type NewRecord = {
  connectionId: string;
  entity: "order" | "product" | "connection" | "delivery";
  key: string;
  label: string;
  outcome: Outcome;
  why: string;
  detail: object;
};

export async function startRun(flow: string, connectionId: string): Promise<string> {
  const { id } = await db.run.create({ data: { flow, connectionId }, select: { id: true } });
  return id;
}

/** A run is green only when every one of its records is confirmed or rightly skipped. */
export async function endRun(tx: Db, id: string, counts: Readonly<Record<string, number>>, message = ""): Promise<void> {
  const wrong =
    (counts["accepted-different"] ?? 0) +
    (counts.held ?? 0) +
    (counts.failed ?? 0) +
    (counts["not-yet-visible"] ?? 0) +
    (counts.differ ?? 0);
  await tx.run.update({
    where: { id },
    data: { endedAt: new Date(), state: message ? "failed" : wrong > 0 ? "attention" : "confirmed", counts, message },
  });
}

export async function writeRecords(tx: Db, run: { id: string; flow: string }, records: readonly NewRecord[]): Promise<void> {
  if (records.length === 0) return;
  const list = records.map((record) => ({ ...record, id: randomUUID() }));
  await tx.$executeRaw`
    insert into record (at, id, run_id, flow, connection_id, entity, key, label, outcome, why, detail)
    select clock_timestamp(), r.id, ${run.id}::uuid, ${run.flow}, r."connectionId", r.entity, r.key, r.label, r.outcome, r.why, r.detail
    from json_to_recordset(${rows(list)}) as r(id uuid, "connectionId" uuid, entity text, key text, label text, outcome text, why text, detail jsonb)`;
}

/** Runs that changed nothing are not kept. */
export const dropRun = (id: string) => db.run.deleteMany({ where: { id } });

/** Runs, and the records that they wrote. */
export async function pruneRuns(tx: Db, days: number): Promise<number> {
  await tx.$executeRaw`delete from record where at < now() - ${days} * interval '1 day'`;
  return tx.$executeRaw`delete from run where started_at < now() - ${days} * interval '1 day'`;
}
