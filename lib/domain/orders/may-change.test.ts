import { expect, test } from "vitest";

import { type Standing, whyNotCorrected, whyNotLinkable, whyNotUnlinkable } from "./may-change";

const effect = (state: string, more: Partial<Standing["effects"][number]> = {}) => ({
  kind: "pos-order",
  state,
  remoteId: null,
  endedAt: null,
  ...more,
});
const linked = (more: Partial<Standing["effects"][number]> = {}) => effect("done", { kind: "linked-order", remoteId: "77", ...more });
const standing = (more: Partial<Standing> = {}): Standing => ({
  state: "held",
  isUnderWay: false,
  source: { cancelledAt: null, isTest: false, isBornInPos: false },
  effects: [],
  ...more,
});
const cancelled = { cancelledAt: "2026-11-21T10:00:00Z", isTest: false, isBornInPos: false };

test.each([
  [standing(), null],
  [standing({ effects: [effect("planned"), effect("refused")] }), null],
  [standing({ effects: [effect("unclear")] }), "It may be at the till already. Wait until that is clear."],
  [standing({ effects: [effect("done", { remoteId: "77" })] }), "It is at the till already: correct it there."],
  [standing({ effects: [linked()] }), "It was entered at the till by hand: correct it there."],
  [standing({ source: cancelled }), "It was cancelled in the shop."],
  [standing({ source: null }), "It has not been read from the shop yet."],
])("corrected: %#", (order, said) => {
  expect(whyNotCorrected(order)).toBe(said);
});

test.each([
  [standing(), null],
  [standing({ state: "ready", isUnderWay: true, effects: [effect("planned")] }), null],
  [standing({ state: "ready", isUnderWay: true, effects: [effect("sent")] }), "It is being sent at this moment. Look again in a minute."],
  [standing({ state: "waiting", effects: [effect("unclear")] }), "It is being sent at this moment. Look again in a minute."],
  [standing({ state: "held", effects: [effect("unclear")] }), null],
  [standing({ effects: [effect("done", { remoteId: "77" })] }), "Parity has sent it already: it is order 77 at the till."],
  [standing({ effects: [linked()] }), "It is linked to an order at the till already."],
  [standing({ source: { cancelledAt: null, isTest: false, isBornInPos: true } }), "It was made at the till."],
])("linked: %#", (order, said) => {
  expect(whyNotLinkable(order)).toBe(said);
});

test.each([
  [standing({ state: "done", effects: [linked()] }), null],
  [standing(), "It is not linked to an order at the till."],
  [standing({ effects: [effect("done", { remoteId: "77" })] }), "It is not linked to an order at the till."],
  [standing({ isUnderWay: true, effects: [linked()] }), "It is being looked at just now. Try again in a minute."],
  [
    standing({ effects: [linked({ endedAt: new Date() })] }),
    "The order at the till is over: its goods were handed over or it was cancelled there.",
  ],
  [standing({ source: cancelled, effects: [linked()] }), "The order was cancelled in the shop, and at the till through this link."],
])("unlinked: %#", (order, said) => {
  expect(whyNotUnlinkable(order)).toBe(said);
});
