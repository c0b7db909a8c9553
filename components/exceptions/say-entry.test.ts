import { expect, test } from "vitest";

import { sayEntry } from "./say-entry";

const names = { people: new Map([["p2", "Elena Marsh"]]), sayWhen: () => "tomorrow 08:00" };
const entry = { by: "p1", byName: "Priya Raman", action: "take", text: "", change: {} };

test.each([
  [{}, "Priya Raman took it"],
  [{ action: "assign", change: { ownerId: "p2" } }, "Priya Raman assigned it to Elena Marsh"],
  [{ action: "assign", change: { ownerId: null } }, "Priya Raman gave it back"],
  [{ action: "snooze", change: { until: "2026-11-22T08:00:00Z" } }, "Priya Raman snoozed it until tomorrow 08:00"],
  [{ action: "reopen", by: "flow", byName: null }, "It was opened again"],
  [{ action: "resolved", by: "flow", byName: null }, "Resolved, verified"],
  [{ action: "release", by: "flow", byName: null }, "Parity released what it held"],
  [
    { action: "release", change: { edits: [{ theirs: "22423", ours: "S-22423" }] } },
    "Priya Raman released what it held, with 22423 mapped to S-22423",
  ],
  [{ action: "resolve", change: { closedHow: "on-trust" } }, "Priya Raman closed it on trust"],
  [{ action: "resolve", change: { closedHow: "verified" } }, "Priya Raman closed it: its order is linked to one at the till"],
  [
    { action: "correct", change: { order: "#1001", facts: ["shipping.zip", "email"] } },
    "Priya Raman corrected postcode and e-mail of #1001",
  ],
  [{ action: "withdraw", change: { order: "#1001", facts: ["location"] } }, "Priya Raman withdrew the correction of store of #1001"],
  [
    { action: "link", change: { order: "#1001", posOrderId: "893", difference: "10.00 GBP" } },
    "Priya Raman linked #1001 to order 893 at the till, entered by hand, with a difference",
  ],
  [{ action: "unlink", change: { order: "#1001" } }, "Priya Raman undid the link of #1001 to an order at the till"],
  [{ action: "merge" }, "Priya Raman: merge"],
])("%o", (of, said) => expect(sayEntry({ ...entry, ...of }, names)).toBe(said));
