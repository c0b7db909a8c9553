import { z } from "zod";

import { commands } from "@/lib/commands/all";

import { routes } from "./routes";

type Json = Record<string, unknown>;

/** Dates travel as text; everything else as its schema says, before it is read. */
function toJson(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  return json;
}

const Problem = z.object({
  code: z.enum(["signed-out", "forbidden", "not-found", "conflict", "invalid", "broken"]),
  message: z.string().describe("A sentence for people"),
  fields: z.record(z.string(), z.string()).optional(),
});
const said = (description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
});
const refusals = {
  401: said("No token, or one that is not known, revoked or too old"),
  403: said("The token lacks the scope"),
  404: said("There is no such thing"),
  422: said("Something asked is not understood; `fields` says what"),
};

const inPath = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));

function inQuery(query: z.ZodObject | undefined): Json[] {
  if (!query) return [];
  const { properties = {} } = toJson(query) as { properties?: Record<string, Json> };
  const isRequired = (name: string) => !(query.shape[name] as z.ZodType).safeParse(undefined).success;
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: isRequired(name), schema }));
}

const describeRoute = ({ path, needs, summary, query, answer }: (typeof routes)[number]) => ({
  summary,
  operationId: `get${path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "")}`,
  security: [{ token: [needs] }],
  parameters: [...inPath(path), ...inQuery(query)],
  responses: {
    200: {
      description: "The answer",
      content: answer === "text/csv" ? { "text/csv": { schema: { type: "string" } } } : { "application/json": { schema: toJson(answer) } },
    },
    ...refusals,
  },
});

const describeCommand = ([name, { needs, input, action }]: [string, (typeof commands)[keyof typeof commands]]) => ({
  summary: `A change: ${action}`,
  operationId: `do-${name}`,
  security: [{ token: [needs] }],
  parameters: [],
  requestBody: { required: true, content: { "application/json": { schema: toJson(input) } } },
  responses: {
    200: {
      description: "Done, and written down in the audit",
      content: { "application/json": { schema: { type: "object", required: ["answer"], properties: { answer: {} } } } },
    },
    ...refusals,
    409: said("It is not as it was thought to be"),
  },
});

/** Everything that a token can ask and do, made from the schemas that the routes and commands themselves read with. */
export const describeApi = (address: string) => ({
  openapi: "3.1.0",
  info: { title: "Parity", version: "1", description: "Bearer tokens are made under People. A route's scope is what its token must have." },
  servers: [{ url: `${address}/api/v1` }],
  paths: {
    ...Object.fromEntries(routes.map((route) => [route.path, { get: describeRoute(route) }])),
    ...Object.fromEntries(Object.entries(commands).map(([name, one]) => [`/commands/${name}`, { post: describeCommand([name, one]) }])),
  },
  components: {
    schemas: { Problem: toJson(Problem) },
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
  },
});
