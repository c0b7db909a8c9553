import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { execute, type GraphQLSchema } from "graphql";
import type { Context } from "hono";
import { z } from "zod";

import { scopesOf } from "./access";
import { actualCost, requestedCost } from "./cost";
import { type Accepted, documentsOf, readVariables } from "./documents";
import { resolveField } from "./field-resolver";
import { largestQuery, type PointBucket } from "./point-bucket";
import { rootOf } from "./root";
import { apiVersion } from "./schema";
import type { Caller, Shop } from "./shop";

export type ShopifyEnv = { Bindings: HttpBindings; Variables: { operation?: string } };

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
const limitsPage = "https://shopify.dev/api/usage/rate-limits";

/** HTTP 200 all the same. */
export const throttled = (cost?: object) => ({
  errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: limitsPage } }],
  ...(cost && { extensions: { cost } }),
});

export const internalError = () => {
  const requestId = randomUUID();
  const message = `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`;
  return { errors: [{ message, extensions: { code: "INTERNAL_SERVER_ERROR", requestId } }] };
};

export function graphqlEndpoint(shop: Shop, schema: GraphQLSchema, bucket: PointBucket) {
  const documentOf = documentsOf(schema);
  const root = rootOf(shop);

  /** The data, after the points for it were taken. */
  async function answer(accepted: Accepted, values: Record<string, unknown>, caller: Caller): Promise<object> {
    const requestedQueryCost = requestedCost(schema, accepted, values);
    const cost = (actualQueryCost: number | null) => ({ requestedQueryCost, actualQueryCost, throttleStatus: bucket.status() });
    if (requestedQueryCost > largestQuery) {
      const message = `Query cost is ${requestedQueryCost}, which exceeds the single query max cost limit (${largestQuery}).`;
      const extensions = { code: "MAX_COST_EXCEEDED", cost: requestedQueryCost, maxCost: largestQuery, documentation: limitsPage };
      return { errors: [{ message, extensions }], extensions: { cost: cost(null) } };
    }
    if (!bucket.take(requestedQueryCost)) return throttled(cost(null));

    const { document, operation } = accepted;
    const { data, errors } = await execute({
      schema,
      document,
      rootValue: root,
      contextValue: caller,
      variableValues: values,
      operationName: operation.name?.value,
      fieldResolver: resolveField,
    });
    const actual = data ? actualCost(schema, accepted, values, data) : 0;
    bucket.giveBack(requestedQueryCost - actual);
    return { data: data ?? null, ...(errors && { errors: errors.map((error) => error.toJSON()) }), extensions: { cost: cost(actual) } };
  }

  return async (c: Context<ShopifyEnv>): Promise<Response> => {
    c.header("x-shopify-api-version", apiVersion);
    const scopes = scopesOf(shop, c.req.header("x-shopify-access-token") ?? "");
    if (!scopes) return c.json({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" }, 401);
    if (c.req.param("version") !== apiVersion) return c.json({ errors: "Not Found" }, 404);

    const body = Body.safeParse(await c.req.json());
    if (!body.success) return c.json({ errors: { query: "Required parameter missing or invalid" } }, 400);
    const judged = documentOf(body.data.query, body.data.operationName ?? null);
    if ("errors" in judged) return c.json(judged);
    c.set("operation", judged.rootFields);
    const variables = readVariables(schema, judged.operation, body.data.variables ?? {});
    if ("errors" in variables) return c.json(variables);
    return c.json(await answer(judged, variables.values, { shop, scopes }));
  };
}
