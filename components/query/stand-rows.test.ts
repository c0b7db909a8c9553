import { expect, test } from "vitest";

import { standRows } from "./stand-rows";

type Row = { id: string; state: string };
const row = (id: string, state = "ready"): Row => ({ id, state });
const stand = (shown: Row[], newest: Row[] | null, isWhole = false) => standRows(shown, newest, isWhole, ({ id }) => id);

test("known rows stay in place with their newest facts, new ones are only counted", () => {
  expect(stand([row("b"), row("a")], [row("d"), row("c"), row("b", "done")])).toEqual({
    rows: [row("b", "done"), row("a")],
    arrivals: 2,
    gone: 0,
  });
});

test("what the whole list lacks now is gone; beyond its first page nothing can be said", () => {
  expect(stand([row("b"), row("a")], [row("b")], true).gone).toBe(1);
  expect(stand([row("b"), row("a")], [row("b")]).gone).toBe(0);
});

test("an empty list takes what arrives at once", () => {
  expect(stand([], [row("a")])).toEqual({ rows: [row("a")], arrivals: 0, gone: 0 });
  expect(stand([row("a")], null)).toEqual({ rows: [row("a")], arrivals: 0, gone: 0 });
});
