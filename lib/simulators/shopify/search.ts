import type { SQLInputValue } from "node:sqlite";

/** What a filter of the search syntax looks at; "key" compares without regard to case. */
export type Column = { sql: string; kind: "key" | "time" | "number" | "flag" };
export type Columns = Record<string, Column>;
type Condition = { sql: string; values: SQLInputValue[] };

const everything: Condition = { sql: "1 = 1", values: [] };
const token = /\(|\)|(?:[\w.]+:(?:>=|<=|>|<)?)?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|[^\s()]+/g;

/**
 * The platform's search syntax as SQL: `field:value`, comparators, quotes, AND (or a blank), OR, NOT or `-`, brackets.
 * A filter it does not know narrows nothing, as in production.
 */
export function searchSql(query: string | null | undefined, columns: Columns): Condition {
  const tokens = query?.match(token) ?? [];
  let at = 0;
  const next = () => tokens[at];

  function any(): Condition {
    const parts = [all()];
    while (next() === "OR") {
      at += 1;
      parts.push(all());
    }
    return joined(parts, " or ");
  }
  function all(): Condition {
    const parts: Condition[] = [];
    while (at < tokens.length && next() !== "OR" && next() !== ")") {
      if (next() === "AND") at += 1;
      else parts.push(one());
    }
    return joined(parts, " and ");
  }
  function one(): Condition {
    const text = tokens[at++] ?? "";
    if (text === "NOT") return not(one());
    if (text !== "(") return text.startsWith("-") ? not(term(text.slice(1), columns)) : term(text, columns);
    const inner = any();
    at += 1;
    return inner;
  }
  return tokens.length === 0 ? everything : any();
}

const joined = (parts: Condition[], word: string): Condition =>
  parts.length === 0 ? everything : { sql: `(${parts.map(({ sql }) => sql).join(word)})`, values: parts.flatMap(({ values }) => values) };
const not = ({ sql, values }: Condition): Condition => ({ sql: `not (${sql})`, values });

function unquoted(text: string): string {
  const quote = text[0];
  if (text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote)) return text.slice(1, -1).replace(/\\(.)/g, "$1");
  return text.replace(/\\(.)/g, "$1");
}

function term(text: string, columns: Columns): Condition {
  const [, field = "", comparator = "", raw = ""] = /^([\w.]+):(>=|<=|>|<)?(.*)$/s.exec(text) ?? [];
  const column = columns[field.toLowerCase()];
  if (!column) return everything;
  const isQuoted = /^["']/.test(raw);
  const values = isQuoted ? [unquoted(raw)] : raw.split(",").map(unquoted);
  return joined(
    values.map((value) => compared(column, comparator || "=", value, isQuoted)),
    " or ",
  );
}

function compared({ sql, kind }: Column, comparator: string, value: string, isQuoted: boolean): Condition {
  if (kind === "time") {
    const time = Date.parse(value);
    return Number.isNaN(time) ? everything : { sql: `${sql} ${comparator} ?`, values: [time] };
  }
  if (kind === "number") return { sql: `${sql} ${comparator} ?`, values: [Number(/\d+$/.exec(value)?.[0] ?? -1)] };
  if (kind === "flag") return { sql: `${sql} = ?`, values: [value === "true" ? 1 : 0] };
  const key = value.toLowerCase();
  if (!isQuoted && key === "*") return { sql: `${sql} is not null`, values: [] };
  if (!isQuoted && key.endsWith("*")) return { sql: `substr(${sql}, 1, ?) = ?`, values: [key.length - 1, key.slice(0, -1)] };
  return { sql: `${sql} ${comparator} ?`, values: [key] };
}
