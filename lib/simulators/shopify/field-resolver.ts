import type { GraphQLFieldResolver } from "graphql";

import { refusal } from "./refusal";
import { mayRead } from "./schema";
import type { Caller } from "./shop";

/** A source holds a value, or a method that takes the arguments. What no source holds is said to be missing, never answered as null. */
export const resolveField: GraphQLFieldResolver<unknown, Caller> = (source, args, caller, info) => {
  const { parentType, fieldName } = info;
  const needs = parentType.getFields()[fieldName]?.extensions.needs;
  if (needs && !mayRead(caller.scopes, needs))
    throw refusal("ACCESS_DENIED", `Access denied for ${fieldName} field. Required access: ${needs.says}`, {
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess: needs.says,
    });
  const value = (source as Record<string, unknown>)[fieldName];
  if (value === undefined) throw refusal("NOT_SIMULATED", `The simulator does not know ${parentType.name}.${fieldName}`);
  return typeof value === "function" ? value.call(source, args, caller, info) : value;
};
