import { z } from "zod";

export const outcomes = ["confirmed", "held", "accepted-different", "not-yet-visible", "skipped", "failed"] as const;
export const since = ["", "1h", "today", "24h", "7d"] as const;
export type Since = (typeof since)[number];

const id = z.union([z.uuid(), z.literal("")]).catch("");

/** One shape for the page's address, the API and the counts that lead here, so that a number opens exactly what it counted. */
export const RecordFilter = z.object({
  q: z.string().max(100).catch(""),
  /** Comma-separated; empty = every one. */
  outcome: z.string().max(120).catch(""),
  entity: z.string().max(30).catch(""),
  flow: z.string().max(60).catch(""),
  run: id,
  shop: id,
  since: z.enum(since).catch(""),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

export const RunFilter = z.object({
  flow: z.string().max(60).catch(""),
  state: z.enum(["", "running", "confirmed", "attention", "failed"]).catch(""),
  connection: id,
  since: z.enum(since).catch(""),
});
export type RunFilter = z.infer<typeof RunFilter>;
