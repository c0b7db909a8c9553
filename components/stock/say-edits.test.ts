import { expect, test } from "vitest";

import { causeOfEdits, sayEdits } from "./say-edits";

test("edits by hand, counted, with what they have in common", () => {
  expect(sayEdits({ edits: 5, editsUp: 5 })).toBe("5 manual edits");
  expect(sayEdits({ edits: 1, editsUp: 0 })).toBe("1 manual edit");
  expect(causeOfEdits({ edits: 1, editsUp: 1 })).toBeNull();
  expect(causeOfEdits({ edits: 5, editsUp: 5 })).toMatch(/^always raised/);
  expect(causeOfEdits({ edits: 3, editsUp: 0 })).toMatch(/^always lowered/);
  expect(causeOfEdits({ edits: 4, editsUp: 2 })).toMatch(/^up and down/);
});
