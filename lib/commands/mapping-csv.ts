import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

import { AppError } from "@/lib/app-error";
import { listProblems } from "@/lib/data/check-edits";
import { db } from "@/lib/data/client";
import { listLinks } from "@/lib/data/links";
import { LinkEdit } from "@/lib/domain/mapping/link";

const columns = ["kind", "theirs", "ours"] as const;
const mostLines = 20_000;

export type LineVerdict = {
  line: number;
  kind: string;
  theirs: string;
  ours: string;
  verdict: "new" | "changes" | "removes" | "same" | "wrong";
  why: string;
};

/** What each line of a file would do. Nothing is saved; the lines that are not wrong come back as edits to commit. */
export async function checkMappingCsv(shopId: string, bytes: Uint8Array): Promise<{ lines: LineVerdict[]; edits: LinkEdit[] }> {
  const records = readRecords(decode(bytes));
  const saved = new Map((await listLinks(shopId)).map(({ kind, theirs, ours }) => [`${kind}|${theirs}`, ours]));
  const seen = new Map<string, number>();
  const drafts = records.map(({ record, line }) => {
    const cells = { kind: cell(record.kind).trim(), theirs: cell(record.theirs), ours: cell(record.ours).trim() };
    const parsed = LinkEdit.safeParse({ ...cells, ours: cells.ours === "" ? null : cells.ours });
    const key = `${cells.kind}|${cells.theirs}`;
    const before = seen.get(key);
    seen.set(key, before ?? line);
    const why = !parsed.success
      ? `${parsed.error.issues[0]?.path.join(".")} is missing or not known`
      : before !== undefined
        ? `The same code is already on line ${before}`
        : "";
    return { line, ...cells, edit: why === "" ? parsed.data! : null, why };
  });
  const edits = drafts.flatMap(({ edit }) => (edit ? [edit] : []));
  const problems = await listProblems(db, shopId, edits);
  const lines = drafts.map(({ line, kind, theirs, ours, edit, why }): LineVerdict => {
    const problem = why || (edit ? (problems.get(edits.indexOf(edit)) ?? "") : "");
    if (problem || !edit) return { line, kind, theirs, ours, verdict: "wrong", why: problem };
    const was = saved.get(`${kind}|${theirs}`) ?? null;
    return {
      line,
      kind,
      theirs,
      ours,
      verdict: was === edit.ours ? "same" : was === null ? "new" : edit.ours === null ? "removes" : "changes",
      why: was !== null && was !== edit.ours ? `Was ${was}` : "",
    };
  });
  return { lines, edits: edits.filter((_, index) => !problems.has(index)) };
}

/** All saved mappings of a shop. Cells that a spreadsheet would run as a formula start with an apostrophe. */
export async function writeMappingCsv(shopId: string): Promise<string> {
  const links = await listLinks(shopId);
  return stringify(
    links.map(({ kind, theirs, ours }) => [kind, safeCell(theirs), safeCell(ours ?? "")]),
    { header: true, columns: [...columns], bom: true, record_delimiter: "\r\n" },
  );
}

const isFormula = /^[=+\-@\t\r]/;
const safeCell = (text: string) => (isFormula.test(text) ? `'${text}` : text);
const cell = (text: string | undefined) => (text === undefined ? "" : /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

function decode(bytes: Uint8Array): string {
  if (bytes.byteLength > 5_000_000) throw new AppError("invalid", "The file is larger than 5 MB.");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new AppError("invalid", "The file is written in UTF-16. Save it as CSV UTF-8 and try again.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw new AppError("invalid", "The file is not written in UTF-8. Save it as CSV UTF-8 and try again.");
    throw cause;
  }
}

type CsvRecord = { record: Record<string, string>; line: number };

function readRecords(text: string): CsvRecord[] {
  const separator = (text.split(/\r?\n/, 1)[0] ?? "").includes(";") ? ";" : ",";
  try {
    const found = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: separator,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    const missing = columns.filter((name) => found[0] && !(name in found[0].record));
    if (found.length === 0) throw new AppError("invalid", "The file holds no lines below its heading.");
    if (missing.length > 0)
      throw new AppError("invalid", `The column ${missing.join(" and ")} is missing. The columns are ${columns.join(", ")}.`);
    if (found.length > mostLines) throw new AppError("invalid", `The file has more than ${mostLines.toLocaleString("en-GB")} lines.`);
    return found.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", `The file is not readable as CSV: ${cause instanceof Error ? cause.message : "unknown reason"}`);
  }
}
