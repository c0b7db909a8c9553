import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

import { commands } from "@/lib/commands/all";

import { describeApi } from "./describe-api";
import { routes } from "./routes";

const doc = JSON.parse(JSON.stringify(describeApi("https://parity.example.com")));

/** As much of OpenAPI 3.1 as the document uses, and nothing beside it. */
const Content = z.partialRecord(z.enum(["application/json", "text/csv"]), z.strictObject({ schema: z.looseObject({}) }));
const Operation = z.strictObject({
  summary: z.string().min(1),
  operationId: z.string().regex(/^[\w-]+$/),
  security: z.tuple([z.strictObject({ token: z.tuple([z.string()]) })]),
  parameters: z.array(
    z.strictObject({ name: z.string().min(1), in: z.enum(["path", "query"]), required: z.boolean(), schema: z.looseObject({}) }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.strictObject({ description: z.string().min(1), content: Content })),
});
const Document = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.tuple([z.strictObject({ url: z.url() })]),
  paths: z.record(z.string().startsWith("/"), z.strictObject({ get: Operation.optional(), post: Operation.optional() })),
  components: z.strictObject({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.strictObject({ token: z.strictObject({ type: z.literal("http"), scheme: z.literal("bearer") }) }),
  }),
});

test("the document is OpenAPI, and each operation has a name of its own", () => {
  const { paths } = Document.parse(doc);
  const operations = Object.values(paths).flatMap(({ get, post }) => [get, post].filter((one) => one !== undefined));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  expect(operations.length).toBe(routes.length + Object.keys(commands).length);
});

test("every reference leads somewhere, and every name in a path is a parameter", () => {
  const references = [...JSON.stringify(doc).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, to]) => to ?? "");
  expect(references.length).toBeGreaterThan(0);
  for (const to of references)
    expect(
      to.split("/").reduce((at: Record<string, never> | undefined, name) => at?.[name], doc),
      to,
    ).toBeDefined();
  for (const { path } of routes) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const given = doc.paths[path].get.parameters.filter((one: { in: string }) => one.in === "path");
    expect(given.map(({ name }: { name: string }) => name)).toEqual(named);
  }
});

test.each(routes.map(({ path, needs }) => [path, needs]))("%s is there and asks for %s itself", (path, needs) => {
  const file = `app/api/v1${path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
  expect(existsSync(file), file).toBe(true);
  expect(readFileSync(file, "utf8")).toContain(`GET = answerApi("${needs}"`);
});

test("filters and answers are those that the screens are made of: choices, times, what is required", () => {
  const query = doc.paths["/orders"].get.parameters as { name: string; required: boolean; schema: { enum?: string[] } }[];
  expect(query.find(({ name }) => name === "state")?.schema.enum).toContain("held");
  expect(query.every(({ required }) => !required)).toBe(true);
  const home = doc.paths["/home"].get.responses["200"].content["application/json"].schema;
  expect(home.properties.asOf).toEqual({ type: "string", format: "date-time" });
  expect(home.required).toContain("flows");
  const pause = doc.paths["/commands/pause-connection"].post;
  expect(pause.requestBody.content["application/json"].schema.required).toEqual(["connectionId", "reason"]);
  expect(pause.security).toEqual([{ token: ["sync:run"] }]);
});
