import { z } from "zod";

import { type Prisma, sql } from "./client";

/** Where a page ended: the row's time and id. As text it is `2026-11-21T10:24:22.774Z_id`. */
export type Keyset = { at: Date; id: string };

/** Ids that a shop has given. */
export const TheirId = z.string().regex(/^[^\0]{1,100}$/);

/** Null for anything that is not one: such a page is the first. `id`: what the list's own ids look like. */
export function readKeyset(text: string | null | undefined, id: z.ZodType<string> = z.uuid()): Keyset | null {
  const [time = "", ...rest] = (text ?? "").split("_");
  const { data } = z.object({ at: z.iso.datetime(), id }).safeParse({ at: time, id: rest.join("_") });
  return data ? { at: new Date(data.at), id: data.id } : null;
}

export const keysetOf = ({ at, id }: Keyset): string => `${at.toISOString()}_${id}`;

/** One page and where the next begins; null = that was all. Asks for one row more than it shows. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => Keyset): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? keysetOf(keyOf(last)) : null };
}

/** The start of today where the shop is; without a shop, where the first one is. */
export const startOfToday = (shop = ""): Prisma.Sql =>
  sql`date_trunc('day', now(), coalesce((select zone from connection where id = ${shop === "" ? null : shop}::uuid), (select zone from connection order by role desc, name limit 1), 'UTC'))`;

const hours = { "1h": 1, "24h": 24, "7d": 168 } as const;

export const startOf = (since: "today" | keyof typeof hours, shop: string): Prisma.Sql =>
  since === "today" ? startOfToday(shop) : sql`now() - ${hours[since]} * interval '1 hour'`;
