import { describe, expect, test } from "vitest";

import type { LocationMapping, Warehouse } from "@/components/query/mapping-answers";

import { countChanging, countVerdicts, sayReview } from "./csv/count-verdicts";
import { draftsOf } from "./csv/drafts-of";
import { type Draft, editsOf, findNextGap, noDrafts, withDraft, withDrafts, withoutDrafts } from "./drafts";
import { sayBatch, whyNotUndone } from "./history/say-batch";
import { listClashes, listSwaps } from "./locations/judge-locations";
import { layOver, readColumn } from "./paste-column";
import { sayEffect } from "./saving/say-effects";
import { listMissingKinds, sayLine } from "./services/say-line";
import { markSpace, saySpace, splitCode } from "./visible-code";

const draft = (theirs: string, was: string | null, ours: string | null, kind: Draft["kind"] = "sku"): Draft => ({
  kind,
  theirs,
  name: theirs,
  was,
  wasName: null,
  ours,
  oursName: null,
});

describe("drafts", () => {
  test("choosing what it was already is no change; choosing again replaces", () => {
    const two = withDrafts(noDrafts, [draft("a", null, "X"), draft("b", "B", "Y")]);
    expect(editsOf(withDraft(two, draft("a", null, "Z")).values())).toEqual([
      { kind: "sku", theirs: "a", ours: "Z" },
      { kind: "sku", theirs: "b", ours: "Y" },
    ]);
    expect([...withDraft(two, draft("b", "B", "B")).keys()]).toEqual(["a"]);
    expect([...withoutDrafts(two, ["a", "zz"]).keys()]).toEqual(["b"]);
  });

  test("the next gap lies below, then above, and skips what has a draft", () => {
    const rows = ["gap", "mapped", "broken", "gap"].map((state, at) => ({ theirs: String(at), state }));
    expect(findNextGap(rows, noDrafts, "0")).toBe("2");
    expect(findNextGap(rows, noDrafts, "3")).toBe("0");
    expect(findNextGap(rows, noDrafts, null)).toBe("0");
    expect(findNextGap(rows, withDraft(noDrafts, draft("2", null, "X")), "0")).toBe("3");
    expect(findNextGap([{ theirs: "0", state: "gap" }], noDrafts, "0")).toBeNull();
  });
});

describe("a pasted column", () => {
  test.each([
    ["A\r\nB\r\n", ["A", "B"]],
    ["A\tsecond column\nB\tb", ["A", "B"]],
    ["A\n\nC", ["A", "", "C"]],
    ['"say ""hi"""\nplain "quote"', ['say "hi"', 'plain "quote"']],
    ["A ", ["A "]],
  ])("%j is read cell by cell", (text, cells) => {
    expect(readColumn(text)).toEqual(cells);
  });

  test("is laid over rows; too much, too little and blanks are counted", () => {
    expect(layOver(["r1", "r2", "r3"], ["A", " "])).toEqual({ pairs: [{ row: "r1", value: "A" }], blanks: 1, leftOver: 0, unfilled: 1 });
    expect(layOver(["r1"], ["A", "B", "C"])).toEqual({ pairs: [{ row: "r1", value: "A" }], blanks: 0, leftOver: 2, unfilled: 0 });
  });
});

test("white space that makes codes differ is seen, and nothing of the code is lost", () => {
  const marked = (code: string) =>
    splitCode(code)
      .map(({ text, isSpace }) => (isSpace ? `[${markSpace(text)}]` : text))
      .join("");
  expect(marked("ABC 1")).toBe("ABC 1");
  expect(marked(" ABC-1  ")).toBe("[·]ABC-1[··]");
  expect(marked("A  B\t\u00a0C")).toBe("A[··]B[→◦]C");
  expect(marked("A\u200bB")).toBe("A[◦]B");
  expect(
    splitCode(" a  b ")
      .map(({ text }) => text)
      .join(""),
  ).toBe(" a  b ");
  expect([saySpace(" "), saySpace("  "), saySpace("\u00a0"), saySpace(" \t")]).toEqual([
    "space",
    "2 spaces",
    "no-break space",
    "2 invisible characters",
  ]);
});

describe("what a change does beyond its row", () => {
  const sku = { kind: "sku" as const, theirs: "a", ours: "X", oursTitle: "Lamp", unitsNext: null };
  test("products that share a stock", () => {
    expect(sayEffect({ ...sku, sharing: [], units: 9 }, "a")).toBeNull();
    expect(sayEffect({ ...sku, sharing: ["b"], units: 1 }, "a")).toBe(
      "2 web products will share one stock of 1 unit: b sells X too. Selling one takes it from the other.",
    );
    expect(sayEffect({ ...sku, sharing: ["b", "c", "d", "e"], units: null }, "a")).toBe(
      "5 web products will share one stock: b, c, d and 1 more sell X too. Selling one takes it from the others.",
    );
  });

  test("locations that change their warehouse", () => {
    const place = { kind: "location" as const, theirs: "70", sharing: [] };
    expect(sayEffect({ ...place, ours: "2", oursTitle: "York", units: 591, unitsNext: 611 }, "Leeds")).toBe(
      "Leeds shows 591 units now; it will sell what York has (611 units as last read) instead.",
    );
    expect(sayEffect({ ...place, ours: "2", oursTitle: "York", units: null, unitsNext: null }, "Leeds")).toBe(
      "Leeds will sell what York has.",
    );
    expect(sayEffect({ ...place, ours: null, oursTitle: null, units: 5, unitsNext: null }, "Leeds")).toContain("no longer follow the till");
  });
});

describe("locations", () => {
  const place = (theirs: string, ours: string | null) => ({ theirs, name: `L${theirs}`, ours }) as LocationMapping;
  const places = [place("70", "1"), place("71", "2"), place("72", null)];
  const warehouses = [{ id: "1", name: "Leeds" }] as Warehouse[];
  const moved = (...pairs: [string, string | null, string | null][]) =>
    withDrafts(
      noDrafts,
      pairs.map(([theirs, was, ours]) => draft(theirs, was, ours, "location")),
    );

  test("one warehouse cannot feed two, unless the other gives it up", () => {
    expect(listClashes(places, moved(["72", null, "1"]), warehouses)).toEqual([{ location: "72", warehouse: "Leeds", other: "70" }]);
    expect(listClashes(places, moved(["72", null, "1"], ["70", "1", null]), warehouses)).toEqual([]);
    expect(listClashes(places, moved(["72", null, "3"]), warehouses)).toEqual([]);
  });

  test("two that trade warehouses are a swap, said once", () => {
    const swapped = moved(["70", "1", "2"], ["71", "2", "1"]);
    expect(listClashes(places, swapped, warehouses)).toEqual([]);
    expect(listSwaps(places, swapped)).toEqual([["L70", "L71"]]);
    expect(listSwaps(places, moved(["70", "1", "3"]))).toEqual([]);
  });
});

test("a file's save button says what is saved and what is left out", () => {
  const lines = (["new", "changes", "removes", "same", "wrong", "wrong"] as const).map((verdict, line) => ({
    line,
    kind: "sku",
    theirs: "",
    ours: "A",
    name: "Scarf",
    was: null,
    wasName: null,
    oursName: null,
    verdict,
    why: "",
  }));
  const counts = countVerdicts(lines);
  expect(countChanging(counts)).toBe(3);
  expect(sayReview(counts)).toBe("Review 3 changes, leave out 2 wrong lines");
  expect(sayReview({ ...counts, wrong: 0 })).toBe("Review 3 changes");
  expect(draftsOf(lines), "only what changes is reviewed").toHaveLength(3);
});

test("lines without a code are called by their kind or title, and every kind has a row", () => {
  expect(sayLine("any shipping")).toMatchObject({ name: "Any shipping", isKind: true });
  expect(sayLine("Gift wrap")).toMatchObject({ name: "“Gift wrap”", isKind: false });
  expect(listMissingKinds([{ theirs: "any shipping" }])).toEqual(["any line without a code", "any gift card"]);
});

test("a save is counted by kind and can be put back for thirty days", () => {
  expect(sayBatch({ kinds: { service: 1, sku: 2 } })).toBe("2 products, 1 line");
  const now = new Date("2026-11-21T12:00:00Z");
  expect(whyNotUndone({ at: new Date("2026-10-22T12:00:01Z") }, now)).toBeNull();
  expect(whyNotUndone({ at: new Date("2026-10-22T11:59:59Z") }, now)).toBe("older than 30 days");
});
