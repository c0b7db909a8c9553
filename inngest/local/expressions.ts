import { parse } from "@marcbachmann/cel-js";

type Vars = { event: unknown; async?: unknown };
type Compiled = (vars: Vars) => unknown;

const compiled = new Map<string, Compiled>();

function compile(expression: string): Compiled {
  const known = compiled.get(expression) ?? (parse(expression) as Compiled);
  compiled.set(expression, known);
  return known;
}

export function isExpression(text: string): boolean {
  try {
    compile(text);
    return true;
  } catch {
    return false;
  }
}

/** CEL as the SDK sends it. What cannot be evaluated (a missing member, a type clash) is undefined. */
export function evaluate(expression: string, vars: Vars): unknown {
  try {
    return compile(expression)(vars);
  } catch {
    return undefined;
  }
}

export const holds = (expression: string | null | undefined, vars: Vars) => !expression || evaluate(expression, vars) === true;

/** The text by which runs are grouped; everything without a value shares one group. */
export function keyOf(expression: string | undefined, event: unknown): string {
  const value = expression ? evaluate(expression, { event }) : undefined;
  if (typeof value !== "object") return String(value ?? "");
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

/** CEL counts in bigint; what is no number is 0. */
export function numberOf(expression: string | undefined, event: unknown): number {
  const value = Number(expression ? (evaluate(expression, { event }) ?? 0) : 0);
  return Number.isFinite(value) ? value : 0;
}
