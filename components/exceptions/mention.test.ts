import { expect, test } from "vitest";

import { findOpenMention, matchPeople, putMention } from "./mention";

const people = [
  { id: "p", name: "Priya Raman" },
  { id: "t", name: "Tom Ashworth" },
];

test.each([
  ["@", { from: 0, typed: "" }],
  ["ask @pri", { from: 4, typed: "pri" }],
  ["ask @Priya R", { from: 4, typed: "Priya R" }],
  ["mail a@b", null],
  ["nobody", null],
])("%j is being written", (text, open) => expect(findOpenMention(text, text.length)).toEqual(open));

test("people are found by any of their names", () => {
  expect(matchPeople("ra", people).map(({ id }) => id)).toEqual(["p"]);
  expect(matchPeople("", people)).toHaveLength(2);
  expect(matchPeople("priya and", people)).toEqual([]);
});

test("the name goes where it was being written, and the rest stays", () => {
  expect(putMention("ask @pri about it", { from: 4, typed: "pri" }, "Priya Raman")).toEqual({
    text: "ask @Priya Raman about it",
    caret: 17,
  });
});
