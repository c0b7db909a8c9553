import { z } from "zod";

const RecordRow = z.object({
  at: z.coerce.date(),
  id: z.string(),
  runId: z.string(),
  flow: z.string(),
  connectionId: z.string(),
  connectionName: z.string(),
  entity: z.string(),
  key: z.string(),
  label: z.string(),
  outcome: z.string(),
  why: z.string(),
});
export type RecordRow = z.infer<typeof RecordRow>;

export const RecordPage = z.object({ records: z.array(RecordRow), next: z.string().nullable(), asOf: z.coerce.date() });
export const RecordCounts = z.object({ outcomes: z.record(z.string(), z.number()) });

export const RunRow = z.object({
  id: z.string(),
  flow: z.string(),
  connectionId: z.string().nullable(),
  connectionName: z.string().nullable(),
  startedAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
  state: z.string(),
  counts: z.record(z.string(), z.number()),
  message: z.string(),
});
export type RunRow = z.infer<typeof RunRow>;

export const RunPage = z.object({ runs: z.array(RunRow), next: z.string().nullable(), asOf: z.coerce.date() });
export const RunCount = z.object({ runs: z.number() });
