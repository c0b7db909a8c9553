import { expect, test } from "vitest";

import { findMentions } from "./find-mentions";

const people = [
  { id: "p", name: "Priya Raman" },
  { id: "t", name: "Tom Ashworth" },
  { id: "u", name: "Tom Baker" },
  { id: "å", name: "Åsa Öberg" },
];

test.each([
  ["by full name, whatever the case", "can @priya raman look?", ["p"]],
  ["by first name where it is one person's", "@Priya: look", ["p"]],
  ["not by a first name that two share", "@Tom look", []],
  ["but by their full names", "@Tom Baker and @Tom Ashworth", ["t", "u"]],
  ["once, however often", "@Priya @Priya Raman", ["p"]],
  ["not within a longer name", "@Priyanka", []],
  ["not within an e-mail address", "mail to.x@priya", []],
  ["with letters of any alphabet", "tack @Åsa!", ["å"]],
  ["nobody", "Priya knows", []],
])("%s", (_, text, ids) => expect(findMentions(text, people)).toEqual(ids));
