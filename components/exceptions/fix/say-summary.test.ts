import { expect, test } from "vitest";

import { saySummary } from "./say-summary";

const progress = { total: 42, ended: 42, differs: 0, goes: 39, released: 39 };
test.each([
  [{ state: "done", progress }, "39 of 39 orders confirmed at the till, as foreseen. 3 were not to go."],
  [
    { state: "done", progress: { ...progress, total: 39, ended: 39, released: 38, differs: 1 } },
    "38 of 39 orders confirmed at the till, 1 turned out differently.",
  ],
  [
    { state: "aborted", progress: { ...progress, ended: 20, released: 18 } },
    "Stopped: 18 of 39 orders confirmed at the till, 22 not released.",
  ],
  [
    { state: "done", progress: { total: 1, ended: 1, differs: 0, goes: 0, released: 0 } },
    "1 order looked at, as foreseen. 1 was not to go.",
  ],
])("%o", (plan, said) => expect(saySummary(plan)).toBe(said));
