import { expect, test } from "vitest";

import { Home } from "@/components/query/home-answers";

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
  isLate: false,
  heldNow: 0,
  healed: 0,
  backlog: 0,
  oldestAt: null,
  recent: 0,
  lag: null,
  bottleneck: null,
  found: null as null | { compared: number; differ: number; fixed: number },
  known: null,
  trend: [],
};
const compared = { ...flow, flow: "compare-stock", today: { "accepted-different": 3 }, freshAt: "2026-11-21T10:45:00Z" };
const quiet = {
  broken: 0,
  atRisk: 0,
  held: { orders: 0, people: 0, amounts: [], oldestAt: null, money: null },
  causes: { open: 0, mine: 0, unowned: 0, oversold: 0, silent: 0 },
  first: null,
  flows: [flow, { ...compared, found: { compared: 900, differ: 3, fixed: 3 } }],
  stores: [],
  asOf: "2026-11-21T10:50:00Z",
};
const say = (more: object) => sayMorning(Home.parse({ ...quiet, ...more }), "Europe/London");

test.each([
  [{}, true, "All quiet: 1,208 records confirmed since 00:00, last full check 10:45 found 3, fixed 3."],
  [
    { flows: [{ ...flow, today: { confirmed: 10, held: 3 } }] },
    true,
    "All quiet: 10 records confirmed since 00:00, 3 troubles came up and passed.",
  ],
  [
    {
      flows: [
        { ...flow, today: {} },
        { ...compared, found: { compared: 900, differ: 0, fixed: 0 } },
      ],
    },
    true,
    "All quiet: nothing had to be moved since 00:00, last full check 10:45 found nothing.",
  ],
  [{ flows: [{ ...flow, isLate: true }] }, false, "1 flow not heard of for too long. 1,208 records confirmed since 00:00."],
  [
    { broken: 1, held: { ...quiet.held, orders: 2 }, causes: { ...quiet.causes, open: 1 } },
    false,
    "1 promise broken, 2 orders held and 1 cause open. 1,208 records confirmed since 00:00.",
  ],
  [{ flows: [{ ...flow, isPaused: true }] }, false, "1 flow paused. 1,208 records confirmed since 00:00."],
])("%#", (more, isQuiet, text) => expect(say(more)).toEqual({ isQuiet, text }));
