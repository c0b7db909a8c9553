import { kinds } from "@/lib/domain/exceptions/kinds";
import { type Prisma, rows, sql } from "./client";

/** What each kind says of time, as a table: `json_to_recordset(…) as k(kind text, severity text, respond int)`. */
export const kindRows = () =>
  rows(Object.values(kinds).map(({ id, severity, owner }) => ({ kind: id, severity, respond: owner.respondWithinMinutes })));

/** How long somebody may take until a cause of this kind should be taken. */
export const respondOf = (kind: Prisma.Sql): Prisma.Sql =>
  sql`coalesce((select k.respond from json_to_recordset(${kindRows()}) as k(kind text, respond int) where k.kind = ${kind}), 60) * interval '1 minute'`;
