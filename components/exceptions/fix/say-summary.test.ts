import { expect, test } from "vitest";

import { sayOutcome, saySummary } from "./say-summary";

const progress = { total: 42, ended: 42, differs: 0, goes: 39, released: 39 };
const verdicts = [
  { verdict: "goes", orders: 39 },
  { verdict: "still-held", orders: 2 },
  { verdict: "pointless", orders: 1 },
];
test.each([
  [{ state: "done", verdicts, progress }, "39 of 39 orders confirmed at the till, as foreseen. 2 still held, 1 pointless now."],
  [
    {
      state: "done",
      verdicts: [{ verdict: "goes", orders: 39 }],
      progress: { ...progress, total: 39, ended: 39, released: 38, differs: 1 },
    },
    "38 of 39 orders confirmed at the till, 1 turned out differently.",
  ],
  [
    { state: "aborted", verdicts, progress: { ...progress, ended: 20, released: 18 } },
    "Stopped: 18 of 39 orders confirmed at the till, 22 not released.",
  ],
  [
    { state: "done", verdicts: [{ verdict: "still-held", orders: 1 }], progress: { total: 1, ended: 1, differs: 0, goes: 0, released: 0 } },
    "1 order looked at, as foreseen. 1 still held.",
  ],
])("%o", (plan, said) => expect(saySummary(plan)).toBe(said));

const line = { verdict: "goes", why: "", outcome: "as-foreseen", outcomeWhy: "" };
test.each([
  [{}, "Confirmed at the till"],
  [{ outcome: "differs", outcomeWhy: "SKU: 84029E" }, "Foreseen: goes. SKU: 84029E"],
  [{ verdict: "still-held", why: "84029E is not known", outcomeWhy: "SKU: 84029E" }, "Still held: SKU: 84029E"],
  [{ verdict: "already-there" }, "Already there"],
  [{ outcome: "", verdict: "still-held", why: "84029E is not known" }, "84029E is not known"],
])("the line of %o", (of, said) => expect(sayOutcome({ ...line, ...of })).toBe(said));
