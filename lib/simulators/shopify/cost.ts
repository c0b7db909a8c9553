import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

import type { Accepted } from "./documents";

const mutationCost = 10;
/** Carries the nodes and costs nothing itself. */
const isWrapper = (type: GraphQLNamedType) => /(Connection|Edge)$/.test(type.name);

type Sheet = { schema: GraphQLSchema; fragments: Map<string, FragmentDefinitionNode>; variables: Record<string, unknown> };

function numberOf(value: ValueNode | undefined, variables: Sheet["variables"]): number | null {
  if (value?.kind === "IntValue") return Number(value.value);
  const given = value?.kind === "Variable" ? variables[value.name.value] : null;
  return typeof given === "number" ? given : null;
}

/** Items that a field may return: first or last, the ids asked for, else one. */
function sizeOf(field: FieldNode, variables: Sheet["variables"]): number | null {
  const argument = (name: string) => field.arguments?.find((given) => given.name.value === name)?.value;
  const ids = argument("ids");
  if (ids?.kind === "ListValue") return ids.values.length;
  const listed = ids?.kind === "Variable" ? variables[ids.name.value] : null;
  if (Array.isArray(listed)) return listed.length;
  return numberOf(argument("first"), variables) ?? numberOf(argument("last"), variables);
}

type Visit = (field: FieldNode, type: GraphQLNamedType, isList: boolean) => number;

/** Sums over the fields of a selection, through fragments; `data` says which fragments apply to what came back. */
function overFields(sheet: Sheet, selection: SelectionSetNode, parent: GraphQLNamedType, visit: Visit): number {
  let cost = 0;
  for (const node of selection.selections) {
    if (node.kind === "Field") {
      const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
      if (field) cost += visit(node, getNamedType(field.type), isListType(getNullableType(field.type)));
      continue;
    }
    const fragment = node.kind === "FragmentSpread" ? sheet.fragments.get(node.name.value) : node;
    const name = fragment?.typeCondition?.name.value;
    const type = name ? sheet.schema.getType(name) : parent;
    if (fragment && type) cost += overFields(sheet, fragment.selectionSet, type, visit);
  }
  return cost;
}

/** Scalars 0, objects 1, a connection its size times its node, a mutation 10. */
function requested(sheet: Sheet, selection: SelectionSetNode, parent: GraphQLNamedType, size: number): number {
  return overFields(sheet, selection, parent, (field, type, isList) => {
    if (isLeafType(type) || !field.selectionSet) return 0;
    const isNode = isWrapper(parent) && (field.name.value === "nodes" || field.name.value === "edges");
    if (isWrapper(type) && !isNode) return requested(sheet, field.selectionSet, type, sizeOf(field, sheet.variables) ?? 1);
    const each = (isWrapper(type) ? 0 : 1) + requested(sheet, field.selectionSet, type, 1);
    if (isNode) return size * each;
    return (isList ? (sizeOf(field, sheet.variables) ?? 1) : 1) * each;
  });
}

/** The same with what was really returned; a list without a size counts once, as it was asked for. */
function actual(sheet: Sheet, selection: SelectionSetNode, parent: GraphQLNamedType, data: Record<string, unknown>): number {
  return overFields(sheet, selection, parent, (field, type) => {
    const value = data[(field.alias ?? field.name).value];
    if (isLeafType(type) || !field.selectionSet || value === null || value === undefined) return 0;
    const fields = field.selectionSet;
    const one = (item: unknown) =>
      item === null ? 0 : (isWrapper(type) ? 0 : 1) + actual(sheet, fields, type, item as Record<string, unknown>);
    if (!Array.isArray(value)) return one(value);
    const all = value.reduce<number>((sum, item) => sum + one(item), 0);
    return isWrapper(parent) || sizeOf(field, sheet.variables) !== null ? all : Math.min(all, Math.max(0, ...value.map(one)));
  });
}

const sheetOf = (schema: GraphQLSchema, { document }: Accepted, variables: Record<string, unknown>): Sheet => ({
  schema,
  variables,
  fragments: new Map(
    document.definitions.flatMap((node) => (node.kind === "FragmentDefinition" ? [[node.name.value, node] as const] : [])),
  ),
});

export function requestedCost(schema: GraphQLSchema, accepted: Accepted, variables: Record<string, unknown>): number {
  const { operation } = accepted;
  if (operation.operation === "mutation") return mutationCost * operation.selectionSet.selections.length;
  const root = schema.getQueryType();
  return root ? requested(sheetOf(schema, accepted, variables), operation.selectionSet, root, 1) : 0;
}

export function actualCost(
  schema: GraphQLSchema,
  accepted: Accepted,
  variables: Record<string, unknown>,
  data: Record<string, unknown>,
): number {
  const { operation } = accepted;
  if (operation.operation === "mutation") return mutationCost * operation.selectionSet.selections.length;
  const root = schema.getQueryType();
  return root ? actual(sheetOf(schema, accepted, variables), operation.selectionSet, root, data) : 0;
}
