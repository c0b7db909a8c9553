import { z } from "zod";

import type { Http } from "../http";

/** One thing we ask. `name` is also the operation in failures; `cost` the points it is charged up front, at its largest. */
export type Document = { name: string; cost: number; isWrite: boolean; text: string };

const path = "admin/api/2026-10/graphql.json";

export const query = (name: string, cost: number, text: string): Document => ({ name, cost, isWrite: false, text });
export const mutation = (name: string, text: string): Document => ({ name, cost: 10, isWrite: true, text });

/** Only top-level errors throw; `userErrors` are the port's to judge. */
export async function ask<T>(http: Http, document: Document, variables: object, data: z.ZodType<T>, patienceMs?: number): Promise<T> {
  const { name, cost, isWrite, text } = document;
  const call = {
    method: "POST",
    path,
    json: { query: text, variables },
    isSafe: !isWrite,
    cost,
    ...(patienceMs !== undefined && { patienceMs }),
  };
  return (await http.send(name, call, z.object({ data }))).data;
}

export const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export const nextOf = ({ hasNextPage, endCursor }: z.output<typeof PageInfo>): string | null => (hasNextPage ? endCursor : null);

export const connection = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node), pageInfo: PageInfo });

/** Every further page after the first. */
export async function listFurther<T>(
  first: string | null,
  get: (cursor: string) => Promise<{ nodes: T[]; pageInfo: z.output<typeof PageInfo> }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let cursor = first; cursor !== null; ) {
    const { nodes, pageInfo } = await get(cursor);
    all.push(...nodes);
    cursor = nextOf(pageInfo);
  }
  return all;
}

export const UserError = z.object({ code: z.string().nullish(), field: z.array(z.string()).nullish(), message: z.string() });
export type UserError = z.output<typeof UserError>;
