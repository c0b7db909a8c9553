import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  buildSchema,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { describe, expect, test } from "vitest";
import * as catalogue from "./catalogue-documents";
import type { Document } from "./graphql";
import * as orders from "./order-documents";
import * as shop from "./shop-documents";
import * as stock from "./stock-documents";
import * as webhooks from "./webhook-documents";
import { topics } from "./webhook-topics";

const documents = [catalogue, orders, shop, stock, webhooks]
  .flatMap((file) => Object.values(file))
  .filter((exported): exported is Document => typeof exported === "object");

const packaged = "node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz";
const specified = "../shared/contracts/specs/shopify-admin-2026-10.graphql";
const published = buildClientSchema(JSON.parse(gunzipSync(readFileSync(packaged)).toString()).data);

describe.each(documents)("$name", ({ name, text, cost, isWrite }) => {
  const document = parse(text);

  test("is valid in Shopify's published schema", () => {
    expect(validate(published, document)).toEqual([]);
  });

  test("stays below the thousand points of one call, and costs what it declares", () => {
    const computed = isWrite ? 10 : requestedCost(published, document);
    expect(computed).toBeLessThan(1000);
    expect(cost, `${name} costs ${computed}`).toBeGreaterThanOrEqual(computed);
    expect(cost, `${name} costs ${computed}`).toBeLessThanOrEqual(computed + 10);
  });

  test("asks for nothing that is on its way out", () => {
    expect(deprecatedFields(published, document)).toEqual([]);
  });
});

test("every topic that we subscribe to exists", () => {
  const known = published.getType("WebhookSubscriptionTopic");
  const values = known && "getValues" in known ? known.getValues().map(({ name }) => name) : [];
  expect(Object.keys(topics).filter((topic) => !values.includes(topic))).toEqual([]);
});

test.skipIf(!existsSync(specified))("the same documents are valid in the schema kept beside the project", () => {
  const kept = buildSchema(readFileSync(specified, "utf8"));
  expect(documents.flatMap(({ name, text }) => validate(kept, parse(text)).map((error) => `${name}: ${error.message}`))).toEqual([]);
});

/** Shopify's rule: scalars 0, objects 1, connections and lists as often as `first` says (source: "API limits", Calculating query cost). */
function requestedCost(schema: GraphQLSchema, { definitions }: DocumentNode): number {
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("one operation per document");
  return costBelow(schema, schema.getQueryType(), operation.selectionSet.selections);
}

function costBelow(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null | undefined,
  selections: readonly SelectionNode[],
  nodes = 1,
): number {
  return selections.reduce((total, selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return total + costBelow(schema, schema.getType(selection.typeCondition?.name.value ?? ""), selection.selectionSet.selections);
    if (selection.kind !== Kind.FIELD || !isObjectType(type)) return total;
    const inner = getNamedType(type.getFields()[selection.name.value]?.type);
    if (!isCompositeType(inner)) return total;
    const below = (each: number) => costBelow(schema, inner, selection.selectionSet?.selections ?? [], each);
    if (inner.name.endsWith("Connection")) return total + below(timesOf(selection));
    const times = selection.name.value === "nodes" && type.name.endsWith("Connection") ? nodes : timesOf(selection);
    return total + times * (1 + below(1));
  }, 0);
}

function timesOf(field: FieldNode): number {
  if (field.arguments?.some(({ name }) => name.value === "ids")) return stock.readAtOnce;
  const first = field.arguments?.find(({ name }) => name.value === "first")?.value;
  return first?.kind === Kind.INT ? Number(first.value) : 1;
}

function deprecatedFields(schema: GraphQLSchema, document: DocumentNode): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (field) => {
        const parent = types.getParentType();
        const reason = isObjectType(parent) ? parent.getFields()[field.name.value]?.deprecationReason : null;
        if (reason) found.push(`${parent?.name}.${field.name.value}: ${reason}`);
      },
    }),
  );
  return found;
}
