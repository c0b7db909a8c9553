import { expect, test } from "vitest";

import { judgeLate } from "./judge-late";

test("the web is too high where it offers more than was left at the last look", () =>
  expect(judgeLate({ shopAvailable: 7, sellable: 4, movedSince: 0 })).toEqual({ kind: "web-too-high", web: 7, sellable: 4 }));
test("what the till sold since the last look counts, though nobody has read both sides again", () => {
  expect(judgeLate({ shopAvailable: 4, sellable: 4, movedSince: -3_000 })).toEqual({ kind: "web-too-high", web: 4, sellable: 1 });
  expect(judgeLate({ shopAvailable: 4, sellable: 4, movedSince: -9_000 })).toEqual({ kind: "web-too-high", web: 4, sellable: 0 });
});
test("what the web hides, and what was never read, is late and no danger", () => {
  expect(judgeLate({ shopAvailable: 2, sellable: 4, movedSince: 0 })).toEqual({ kind: "stock-late" });
  expect(judgeLate({ shopAvailable: 4, sellable: 4, movedSince: 6_000 })).toEqual({ kind: "stock-late" });
  expect(judgeLate({ shopAvailable: null, sellable: null, movedSince: -1_000 })).toEqual({ kind: "stock-late" });
});
