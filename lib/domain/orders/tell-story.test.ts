import { expect, test } from "vitest";

import type { OrderTrace, TraceDelivery } from "./order-trace";
import { sayOrderState } from "./say-order-state";
import { tellStory } from "./tell-story";
import { at, testEffect, testOrder, testTrace } from "./test-trace";

const told = (topic: string, seconds: number, more: Partial<TraceDelivery> = {}): TraceDelivery => ({
  deliveryId: `${topic}-${seconds}`,
  from: "shop",
  topic,
  state: "taken",
  reason: "",
  repeats: 0,
  happenedAt: at(seconds - 0.5),
  receivedAt: at(seconds),
  body: "{}",
  ...more,
});
const cause = (more: Partial<OrderTrace["causes"][number]> = {}): OrderTrace["causes"][number] => ({
  id: "c1",
  kind: "sku-unknown",
  entity: "MUG",
  evidence: { sku: "MUG", title: "Mug" },
  state: "open",
  exceptionState: "held",
  heldAt: at(2),
  releasedAt: null,
  ...more,
});
const steps = (trace: OrderTrace) => tellStory(trace).map(({ step, place }) => `${step} ${place}`);

test("a straight way: told, sent, answered, read back, in the order in which it happened", () => {
  const record = { at: at(4), id: "r1", runId: "run1", outcome: "confirmed", why: "", detail: {} };
  const trace = testTrace({ deliveries: [told("orders/paid", 1)], effects: [testEffect()], records: [record] });
  expect(steps(trace)).toEqual(["placed Shop", "told Shop", "sent Parity", "answered Till", "confirmed Parity"]);
  const story = tellStory(trace);
  expect(story.at(-1)).toMatchObject({ title: "Read back: exactly what was sent", runId: "run1" });
  expect(story[2]?.facts).toEqual([{ label: "External id", value: "DMO-5550001", isId: true }]);
});

test("nobody told of it: it was found by asking", () => {
  expect(steps(testTrace())).toEqual(["placed Shop", "found Parity"]);
});

test("held, released by a person, sent twice, and told by the till in its connector's words", () => {
  const story = tellStory(
    testTrace({
      deliveries: [told("orders/create", 1, { repeats: 2 }), told("order", 40, { from: "pos", body: "closed" })],
      causes: [cause({ exceptionState: "released", releasedAt: at(34) })],
      releases: [
        {
          planId: "p1",
          causeIds: ["c1"],
          by: "u1",
          byName: "Priya",
          startedAt: at(30),
          verdict: "goes",
          outcome: "as-foreseen",
          outcomeWhy: "",
          at: at(34),
        },
      ],
      effects: [testEffect({ attempts: 2, firstSentAt: at(31), lastSentAt: at(32), doneAt: at(33), confirmedAt: at(34) })],
      records: [
        { at: at(2.1), id: "r1", runId: "run1", outcome: "held", why: "SKU: MUG", detail: {} },
        { at: at(34), id: "r2", runId: "run2", outcome: "confirmed", why: "", detail: {} },
      ],
    }),
    (_, body) => (body === "closed" ? "Closed at the till" : null),
  );
  expect(story.map(({ title }) => title)).toEqual([
    "Placed by the customer",
    "Told by the shop: orders/create",
    "Held",
    "Released by Priya",
    "Sent to Till",
    "Sent again, attempt 2",
    "Taken as order 893",
    "Read back: exactly what was sent",
    "No longer in the way",
    "Closed at the till",
  ]);
  expect(story[1]?.facts).toContainEqual({ label: "Repeats", value: "came 3 times, kept once", isId: false });
  expect(story[2]).toMatchObject({ text: "MUG (Mug) is not known in Till", causeId: "c1", runId: "run1" });
});

test("a second look that changes nothing is told as such", () => {
  const trace = testTrace({
    deliveries: [told("orders/create", 1)],
    causes: [cause()],
    records: [
      { at: at(2), id: "r1", runId: "a", outcome: "held", why: "", detail: {} },
      { at: at(90), id: "r2", runId: "b", outcome: "held", why: "", detail: {} },
    ],
  });
  expect(tellStory(trace).at(-1)?.title).toBe("Looked at again: still held");
});

test.each([
  [{ state: "held", causes: [cause(), cause({ id: "c2" })] }, "Held by 2 causes", "warn"],
  [{ state: "held", causes: [cause({ exceptionState: "released" })], reason: "Total: 1" }, "Held: total: 1", "warn"],
  [{ state: "waiting", reason: "It is not paid yet" }, "Waiting: it is not paid yet", "info"],
  [{ state: "ready", isUnderWay: true }, "On its way to the till now", "info"],
  [{ state: "ready" }, "Next in line for the till", "info"],
  [{ outcome: "skipped", reason: "It is a test order" }, "Not sent: it is a test order", "neutral"],
  [{ effects: [testEffect()] }, "Confirmed at the till 4 s after it was placed", "good"],
  [{ effects: [testEffect()], deliveries: [told("orders/create", 1)] }, "Confirmed at the till 3 s after the shop told us", "good"],
  [
    { effects: [testEffect()], deliveries: [told("orders/paid", 1), told("orders/updated", 1.5)] },
    "Confirmed at the till 3.5 s after it was paid",
    "good",
  ],
  [{ effects: [testEffect()], deliveries: [told("orders/paid", 30)] }, "Confirmed at the till 4 s after it was placed", "good"],
  [{ effects: [testEffect()], source: testOrder({ cancelledAt: at(9).toISOString() }) }, "Cancelled in the shop and at the till", "good"],
] as const)("where it stands %#", (more, text, tone) => {
  expect(sayOrderState(testTrace(more as Partial<OrderTrace>))).toEqual({ text, tone });
});

const zip = {
  id: "k1",
  fact: "shipping.zip" as const,
  was: "",
  value: "LS1 4AB",
  reason: "Asked by phone",
  byName: "Priya",
  at: at(5),
  withdrawnAt: null,
  withdrawnByName: null,
  isOvertaken: false,
};
const handMade = {
  id: "h1",
  remoteId: "893",
  reason: "",
  difference: "",
  webTotal: 2_400,
  tillTotal: 2_400,
  currency: "GBP",
  byName: "Priya",
  at: at(5),
  undoneAt: null,
  undoneByName: null,
  undoneWhy: "",
};
const titles = (trace: OrderTrace) => tellStory(trace).map(({ title, text }) => (text === "" ? title : `${title} (${text})`));

test("a correction says who, from what, to what and why; who may not see people sees no values", () => {
  expect(titles(testTrace({ corrections: [zip] }))).toContain("Postcode corrected by Priya, from nothing to LS1 4AB (Asked by phone)");
  expect(titles(testTrace({ corrections: [{ ...zip, was: null, value: null }] }))).toContain(
    "Postcode corrected by Priya (Asked by phone)",
  );
  expect(titles(testTrace({ corrections: [{ ...zip, withdrawnAt: at(9), withdrawnByName: "Sam" }] }))).toContain(
    "Correction of postcode withdrawn (by Sam)",
  );
  expect(titles(testTrace({ corrections: [{ ...zip, isOvertaken: true }] })).join()).toContain("what the shop says now counts");
});

test("an order entered by hand says so, and not that we sent it", () => {
  const effects = [testEffect({ kind: "linked-order", firstSentAt: null, lastSentAt: null, doneAt: at(5), confirmedAt: at(6) })];
  const trace = testTrace({ effects, links: [handMade] });
  expect(titles(trace)).toContain("Entered by hand: linked to order 893 in Till by Priya");
  expect(titles(trace)).toContain("Read back: the till holds what was linked");
  expect(titles(trace).join()).not.toContain("Taken as order");
  expect(sayOrderState(trace).text).toBe("Entered by hand as order 893, confirmed at the till");
  expect(
    titles(testTrace({ links: [{ ...handMade, difference: "20.00 GBP at the till, 24.00 GBP online", reason: "Voucher" }] })),
  ).toContain(
    "Entered by hand: linked to order 893 in Till by Priya (with a difference: 20.00 GBP at the till, 24.00 GBP online · Voucher)",
  );
  expect(titles(testTrace({ links: [{ ...handMade, undoneAt: at(8), undoneByName: "Sam", undoneWhy: "The wrong one" }] }))).toContain(
    "Link to order 893 undone by Sam (The wrong one)",
  );
});
