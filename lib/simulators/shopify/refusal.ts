import { GraphQLError } from "graphql";

/** A top-level error with its extensions.code. */
export const refusal = (code: string, message: string, more: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...more } });

export type UserError = { code?: string; field: string[] | null; message: string };

/** What the control interface cannot do as asked. */
export class Unacceptable extends Error {
  override readonly name = "Unacceptable";
}

export function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Unacceptable(message);
}

export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new Unacceptable(`There is no ${what}`);
  return thing;
}
