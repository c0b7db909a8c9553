import { PrismaPg } from "@prisma/adapter-pg";

import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "./generated/client";

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 30 }),
    transactionOptions: { timeout: 60_000, maxWait: 15_000 },
  });

// One client per process, also when a development server loads this file again.
const kept = globalThis as { parityDb?: PrismaClient };

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name: keyof PrismaClient) => {
    kept.parityDb ??= open();
    return kept.parityDb[name];
  },
});

/** Either the client or an open transaction; every function in lib/data takes one where it may be part of something larger. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

export const inTransaction = <T>(work: (tx: Db) => Promise<T>): Promise<T> => db.$transaction(work);

export { Prisma };
export const { sql, join, empty, raw } = Prisma;

/** Rows as JSON for `json_to_recordset`: one bound value for any number of rows. */
export const rows = (list: readonly object[]) => sql`${textOf(list)}::json`;

// PostgreSQL keeps no NUL and no half of a surrogate pair; one such character of a stranger's must not stop all that came with it.
const isUnkeepable = /\\u(0000|d[89a-f])/i;

function textOf(list: readonly object[]): string {
  const text = JSON.stringify(list, (_, value) => (typeof value === "bigint" ? String(value) : value));
  if (!isUnkeepable.test(text)) return text;
  return JSON.stringify(list, (_, value) => {
    if (typeof value === "bigint") return String(value);
    return typeof value === "string" ? keepable(value) : value;
  });
}

/** The text with the replacement character for what cannot be kept. */
export const keepable = (text: string): string => text.toWellFormed().replaceAll("\0", "\ufffd");
