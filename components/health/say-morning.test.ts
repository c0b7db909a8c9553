import { expect, test } from "vitest";

import { Home } from "@/components/query/use-home";

import { sayMorning } from "./say-morning";

const flow = {
  flow: "carry-orders",
  connectionId: "s",
  from: "Shop",
  to: "Till",
  isPaused: false,
  pausedUntil: null,
  freshAt: null,
  censusAt: "2026-11-21T10:45:00Z",
  lastRun: null,
  today: { confirmed: 1_208 } as Record<string, number>,
  heldNow: 0,
  backlog: 0,
  oldestAt: null,
  recent: 0,
  lag: null,
};
const quiet = {
  broken: 0,
  atRisk: 0,
  held: { orders: 0, people: 0, amounts: [], oldestAt: null, money: null },
  healed: 0,
  causes: { open: 0, mine: 0, unowned: 0, oversold: 0 },
  first: null,
  flows: [flow],
  asOf: "2026-11-21T10:50:00Z",
};
const say = (more: object) => sayMorning(Home.parse({ ...quiet, ...more }), "Europe/London");

test.each([
  [{}, true, "All quiet: 1,208 records confirmed since 00:00, last full look 10:45."],
  [
    { flows: [{ ...flow, today: { confirmed: 10, held: 3 } }] },
    true,
    "All quiet: 10 records confirmed since 00:00, 3 troubles came up and passed, last full look 10:45.",
  ],
  [{ flows: [{ ...flow, today: {} }] }, true, "All quiet: nothing had to be moved since 00:00, last full look 10:45."],
  [
    { broken: 1, held: { ...quiet.held, orders: 2 }, causes: { ...quiet.causes, open: 1 } },
    false,
    "1 promise broken, 2 orders held and 1 cause open. 1,208 records confirmed since 00:00.",
  ],
  [{ flows: [{ ...flow, isPaused: true }] }, false, "1 flow paused. 1,208 records confirmed since 00:00."],
])("%#", (more, isQuiet, text) => expect(say(more)).toEqual({ isQuiet, text }));
