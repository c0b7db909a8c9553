import type { Context } from "hono";
import type { z } from "zod";

import type { Account } from "./account";
import { asRefused, demand, errorBody } from "./refused";

/** Unknown limits of products, prices and levels: the simulator takes as many as stock transactions are documented to take. */
const maxElements = 1000;

/** A single object gives the bare result; an array gives one answer per element in its order, each element its own transaction. */
export async function answerBatch<T>(
  c: Context,
  account: Account,
  schema: z.ZodType<T>,
  work: (element: T) => string | number | boolean,
): Promise<Response> {
  const body: unknown = await c.req.json();
  const doOne = (element: unknown) => account.state.transaction(() => work(schema.parse(element)));
  if (!Array.isArray(body)) return c.json(doOne(body));
  demand(body.length <= maxElements, `At most ${maxElements} items`);
  return c.json(
    body.map((element: unknown) => {
      try {
        return { statuscode: 200, return: doOne(element) };
      } catch (error) {
        const refused = asRefused(error);
        if (!refused) throw error;
        return errorBody(refused.status, refused.message);
      }
    }),
  );
}

/** A single object only. */
export async function answerOne<T, R extends object | string | number | boolean>(
  c: Context,
  account: Account,
  schema: z.ZodType<T>,
  work: (body: T) => R,
): Promise<Response> {
  const body = schema.parse(await c.req.json());
  return c.json(account.state.transaction(() => work(body)));
}
