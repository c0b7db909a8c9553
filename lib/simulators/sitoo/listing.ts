import type { SQLInputValue } from "node:sqlite";
import type { Context } from "hono";
import { z } from "zod";

import type { State } from "../state";
import { CommaList, IntText } from "./scalars";

export const Paging = z.object({ start: IntText.default(0), num: IntText.default(10), fields: CommaList.optional() });
export type Paging = z.infer<typeof Paging>;

export type Page = { totalcount: number; items: object[] };

/** SQL with one `?`, and the value that switches the filter on. */
export type Filter = readonly [sql: string, value: SQLInputValue | undefined];

export const readQuery = <T>(c: Context, schema: z.ZodType<T>): T => schema.parse(c.req.query());

/** For a filter `column in (select value from json_each(?))`. */
export const listOf = (values: readonly (string | number)[] | undefined) => (values === undefined ? undefined : JSON.stringify(values));

/** Counts all matches, reads one page. `read` is what to select, `from` and `order` are SQL. */
export function listPage<R>(
  state: State,
  { start, num, fields }: Paging,
  list: {
    read: string;
    from: string;
    joined?: string;
    filters: readonly Filter[];
    order: string;
    toItem(row: R): object;
    subset?: readonly string[];
  },
): Page {
  const on = list.filters.filter((filter): filter is readonly [string, SQLInputValue] => filter[1] !== undefined);
  const where = on.length === 0 ? "" : ` where ${on.map(([sql]) => sql).join(" and ")}`;
  const values = on.map(([, value]) => value);
  const total = state.one<{ n: number }>(`select count(*) n from ${list.from}${where}`, ...values)?.n ?? 0;
  const rows = state.many<R>(
    `select ${list.read} from ${list.from}${list.joined ?? ""}${where} order by ${list.order} limit ? offset ?`,
    ...values,
    num,
    start,
  );
  const shown = fields ?? list.subset;
  return { totalcount: total, items: rows.map((row) => (shown ? pick(list.toItem(row), shown) : list.toItem(row))) };
}

export function pick(item: object, fields: readonly string[]): object {
  const from = item as Record<string, unknown>;
  return Object.fromEntries(fields.filter((field) => field in from).map((field) => [field, from[field]]));
}
