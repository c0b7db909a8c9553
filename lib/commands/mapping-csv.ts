import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

import { AppError } from "@/lib/app-error";
import { listProblems } from "@/lib/data/check-edits";
import { db } from "@/lib/data/client";
import { listLinks, listTheirNames } from "@/lib/data/links";
import { listWarehouses } from "@/lib/data/warehouses";
import { LinkEdit, LinkKind } from "@/lib/domain/mapping/link";

import { isFormula, safeCell } from "./safe-cell";

const columns = ["kind", "theirs", "ours"] as const;
const mostLines = 20_000;
const mostBytes = 5_000_000;

export type LineVerdict = {
  line: number;
  kind: string;
  theirs: string;
  ours: string;
  /** What the shop calls it; empty where it has no such thing. */
  name: string;
  was: string | null;
  /** Of warehouses; null where the code is the name. */
  wasName: string | null;
  oursName: string | null;
  verdict: "new" | "changes" | "removes" | "same" | "wrong";
  why: string;
};

/** What each line of a file would do. Nothing is saved; the lines that are not wrong come back as edits to commit. */
export async function checkMappingCsv(shopId: string, bytes: Uint8Array): Promise<{ lines: LineVerdict[]; edits: LinkEdit[] }> {
  const records = readRecords(decode(bytes));
  const saved = new Map((await listLinks(shopId)).map(({ kind, theirs, ours }) => [`${kind}|${theirs}`, ours]));
  const seen = new Map<string, number>();
  const drafts = records.map(({ record, line }) => {
    const cells = { kind: cell(record.kind).trim(), theirs: cell(record.theirs), ours: cell(record.ours) };
    const key = `${cells.kind}|${cells.theirs}`;
    const before = seen.get(key);
    seen.set(key, before ?? line);
    const why = judgeCells(record, cells) || (before === undefined ? "" : `The same code is already on line ${before}.`);
    const edit = why === "" ? LinkEdit.parse({ ...cells, ours: cells.ours.trim() === "" ? null : cells.ours }) : null;
    return { line, ...cells, edit, why };
  });
  const edits = drafts.flatMap(({ edit }) => (edit ? [edit] : []));
  const [problems, names, warehouses] = await Promise.all([
    listProblems(db, shopId, edits),
    listTheirNames(shopId, edits),
    listWarehouses(shopId),
  ]);
  const warehouseNames = new Map(warehouses.map(({ id, name }) => [id, name]));
  const places = new Map(edits.map((edit, index) => [edit, index]));
  const lines = drafts.map(({ line, kind, theirs, ours, edit, why }): LineVerdict => {
    const problem = why || (edit ? (problems.get(places.get(edit)!) ?? "") : "");
    const key = `${kind}|${theirs}`;
    const was = saved.get(key) ?? null;
    const nameOf = (code: string | null) => (kind === "location" ? (warehouseNames.get(code ?? "") ?? null) : null);
    const cells = { line, kind, theirs, ours, name: names.get(key) ?? "", was, wasName: nameOf(was), oursName: nameOf(ours) };
    if (problem || !edit) return { ...cells, verdict: "wrong", why: problem };
    const notes = [
      was !== null && was !== edit.ours ? `Was ${was}.` : "",
      kind !== "service" && !names.has(key) ? `The shop has no ${kind === "sku" ? "product" : "location"} with this code yet.` : "",
      isFormula.test(theirs) || isFormula.test(ours) ? "A spreadsheet would run this as a formula; here it is only text." : "",
    ];
    return {
      ...cells,
      verdict: was === edit.ours ? "same" : was === null ? "new" : edit.ours === null ? "removes" : "changes",
      why: notes.filter(Boolean).join(" "),
    };
  });
  return { lines, edits: edits.filter((_, index) => !problems.has(index)) };
}

/** What is wrong with a line by itself; empty when nothing is. */
function judgeCells(record: Record<string, string>, { kind, theirs, ours }: Record<(typeof columns)[number], string>): string {
  const absent = columns.filter((name) => record[name] === undefined);
  if (absent.length > 0) return `This line ends before its cell for ${absent.join(" and ")}.`;
  if (!LinkKind.safeParse(kind).success)
    return `${kind === "" ? "The kind is missing" : `“${kind}” is no kind`}: it is ${LinkKind.options.join(", ")}.`;
  if (theirs.trim() === "") return "The shop's code is missing.";
  if (theirs.length > 255 || ours.length > 255) return "A code has more than 255 characters.";
  return "";
}

/** All saved mappings of a shop. Cells that a spreadsheet would run as a formula start with an apostrophe. */
export async function writeMappingCsv(shopId: string): Promise<string> {
  const links = await listLinks(shopId);
  return stringify(
    links.map(({ kind, theirs, ours }) => [kind, safeCell(theirs), safeCell(ours ?? "")]),
    { header: true, columns: [...columns], bom: true, record_delimiter: "\r\n" },
  );
}

const cell = (text = "") => (text.startsWith("'") && isFormula.test(text) ? text.slice(1) : text);

/** Asked before a body is read, and of what was read. */
export function refuseLength(bytes: number): void {
  if (bytes > mostBytes) throw new AppError("invalid", "The file is larger than 5 MB.");
}

function decode(bytes: Uint8Array): string {
  refuseLength(bytes.byteLength);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new AppError("invalid", "The file is written in UTF-16. Save it as CSV UTF-8 and try again.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw new AppError("invalid", "This is no text file. Save it as CSV UTF-8 and try again.");
    return text;
  } catch (cause) {
    if (cause instanceof TypeError) throw new AppError("invalid", "The file is not written in UTF-8. Save it as CSV UTF-8 and try again.");
    throw cause;
  }
}

type CsvRecord = { record: Record<string, string>; line: number };

function readRecords(text: string): CsvRecord[] {
  const [heading = ""] = text.split(/\r?\n/, 1);
  const separator = [";", "\t"].find((each) => heading.includes(each)) ?? ",";
  let names: string[] = [];
  try {
    const found = parse(text, {
      bom: true,
      columns: (cells: string[]) => {
        names = cells.map((name) => name.trim().toLowerCase());
        return names;
      },
      delimiter: separator,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    const missing = columns.filter((name) => !names.includes(name));
    if (found.length === 0) throw new AppError("invalid", "The file holds no lines below its heading.");
    if (missing.length > 0)
      throw new AppError(
        "invalid",
        `The ${missing.length === 1 ? "column" : "columns"} ${missing.join(" and ")} cannot be found. The first line must name ${columns.join(", ")}.`,
      );
    if (found.length > mostLines) throw new AppError("invalid", `The file has more than ${mostLines.toLocaleString("en-GB")} lines.`);
    return found.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", `The file is not readable as CSV: ${cause instanceof Error ? cause.message : "unknown reason"}`);
  }
}
