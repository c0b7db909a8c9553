import type { SQLInputValue } from "node:sqlite";

import type { State } from "../state";
import { refusal } from "./refusal";

export type PageArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

/** `from` joins what `select` needs; `sort` and `id` are columns of it and together unique. */
export type Listing = { select: string; from: string; where?: string; values?: SQLInputValue[]; sort: string; id: string };
type Keyed = { sort_key: string | number; row_id: number };

export const largestPage = 250;
/** For the control interface only: no GraphQL Int is so large. */
export const everything = Number.MAX_SAFE_INTEGER - 1;

const cursorOf = (sort: string | number, id: number) => Buffer.from(JSON.stringify([sort, id])).toString("base64url");

function readCursor(cursor: string): [string | number, number] {
  const parts = safely(() => JSON.parse(Buffer.from(cursor, "base64url").toString()));
  if (!Array.isArray(parts) || parts.length !== 2) throw refusal("BAD_REQUEST", `Invalid cursor for current pagination sort.`);
  return parts as [string | number, number];
}

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function limitOf({ first, last }: PageArgs): number {
  const limit = first ?? last;
  if (limit === null || limit === undefined) throw refusal("BAD_REQUEST", "you must provide one of first or last");
  if (limit < 0) throw refusal("BAD_REQUEST", "first and last cannot be negative");
  if (limit > largestPage && limit !== everything)
    throw refusal("BAD_REQUEST", `The page size of ${limit} is greater than the maximum allowed of ${largestPage}.`);
  return limit;
}

/** One page as Shopify's connections show it; rows past the page are not read. */
export function connection<R extends object>(state: State, args: PageArgs, listing: Listing, toNode: (row: R) => object) {
  const { select, from, where = "1 = 1", values = [], sort, id } = listing;
  const limit = limitOf(args);
  const isForward = typeof args.first === "number";
  const natural = args.reverse ? "desc" : "asc";
  const direction = isForward === (natural === "asc") ? "asc" : "desc";
  const beyond = natural === "asc" ? [">", "<"] : ["<", ">"];

  const bounds = [args.after, args.before].flatMap((cursor, side) =>
    cursor ? [{ sql: `(${sort}, ${id}) ${beyond[side]} (?, ?)`, at: readCursor(cursor) }] : [],
  );
  const sql = `select ${select}, ${sort} as sort_key, ${id} as row_id from ${from}
    where ${[where, ...bounds.map((bound) => bound.sql)].join(" and ")}
    order by ${sort} ${direction}, ${id} ${direction} limit ?`;
  const found = state.many<R & Keyed>(sql, ...values, ...bounds.flatMap(({ at }) => at), limit + 1);
  const hasMore = found.length > limit;
  const rows = hasMore ? found.slice(0, limit) : found;
  if (!isForward) rows.reverse();
  return pageOf<R & Keyed>(rows, {
    toNode,
    cursor: ({ sort_key, row_id }) => cursorOf(sort_key, row_id),
    hasNextPage: isForward ? hasMore : Boolean(args.before),
    hasPreviousPage: isForward ? Boolean(args.after) : hasMore,
  });
}

/** A list that is at hand, in its own order. */
export function connectionOf<T>(items: readonly T[], args: PageArgs, toNode: (item: T) => object) {
  const limit = limitOf(args);
  const numbered = items.map((item, at) => ({ item, at }));
  if (args.reverse) numbered.reverse();
  const position = (cursor: string) => numbered.findIndex(({ at }) => at === readCursor(cursor)[1]);
  const start = args.after ? position(args.after) + 1 : 0;
  const end = args.before ? position(args.before) : numbered.length;
  const within = numbered.slice(start, end);
  const isForward = typeof args.first === "number";
  const rows = isForward ? within.slice(0, limit) : within.slice(Math.max(0, within.length - limit));
  return pageOf(rows, {
    toNode: ({ item }) => toNode(item),
    cursor: ({ at }) => cursorOf(0, at),
    hasNextPage: isForward ? within.length > limit : end < numbered.length,
    hasPreviousPage: isForward ? start > 0 : within.length > limit,
  });
}

type Shown<R> = { toNode(row: R): object; cursor(row: R): string; hasNextPage: boolean; hasPreviousPage: boolean };

function pageOf<R>(rows: R[], { toNode, cursor, hasNextPage, hasPreviousPage }: Shown<R>) {
  const end = (row: R | undefined) => (row === undefined ? null : cursor(row));
  return {
    nodes: () => rows.map(toNode),
    edges: () => rows.map((row) => ({ cursor: cursor(row), node: toNode(row) })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: end(rows[0]), endCursor: end(rows.at(-1)) },
  };
}
