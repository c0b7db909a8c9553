import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";

import { inShopifyWords } from "./validation-words";

export type Accepted = { document: DocumentNode; operation: OperationDefinitionNode; rootFields: string };
export type Judged = Accepted | { errors: object[] };

const most = 500;

/** Parses and validates each text once. */
export function documentsOf(schema: GraphQLSchema) {
  const known = new Map<string, Judged>();
  return (text: string, operationName: string | null): Judged => {
    const key = `${operationName ?? ""}\n${text}`;
    const before = known.get(key);
    if (before) return before;
    const judged = judge(schema, text, operationName);
    if (known.size >= most) known.clear();
    known.set(key, judged);
    return judged;
  };
}

function judge(schema: GraphQLSchema, text: string, operationName: string | null): Judged {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    const { message, locations } = error as GraphQLError;
    return { errors: [{ message: `Parse error: ${message.replace(/^Syntax Error: /, "")}`, locations }] };
  }
  const faults = validate(schema, document, undefined, { maxErrors: 20 });
  if (faults.length > 0) return { errors: faults.map(inShopifyWords) };
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [{ message: "No operation was named" }] };
  const rootFields = operation.selectionSet.selections.flatMap((field) => (field.kind === "Field" ? [field.name.value] : []));
  return { document, operation, rootFields: rootFields.join("+") };
}

/** The variables as their types want them, or what is wrong with each. */
export function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
): { values: Record<string, unknown> } | { errors: object[] } {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 20 });
  if (coerced) return { values: coerced };
  return {
    errors: (errors ?? []).map(({ message, locations }) => ({ message: inRuby(message), locations, extensions: problems(message) })),
  };
}

const invalid = /^Variable "\$(\w+)" got invalid value .*?(?: at "([^"]+)")?; (.+)$/s;

function inRuby(message: string): string {
  const [, variable, at = "", why = ""] = invalid.exec(message) ?? [];
  if (!variable) return message.replace(/^Variable "\$(\w+)"/, "Variable $$$1");
  return `Variable $${variable} was provided invalid value${at === "" ? "" : ` for ${pathOf(at).join(".")}`} (${explained(why)})`;
}

function problems(message: string): object {
  const [, , at = "", why = message] = invalid.exec(message) ?? [];
  return { code: "INVALID_VARIABLE", problems: [{ path: pathOf(at), explanation: explained(why) }] };
}

/** `input.quantities[0]` → quantities, 0. */
const pathOf = (at: string) =>
  at
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .slice(1);

const explained = (why: string) =>
  /of required type|not to be null|non-nullable/i.test(why) ? `Expected value to not be null: ${why}` : why;
