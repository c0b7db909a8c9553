import { expect, test } from "vitest";

import type { ShownConnection } from "@/components/query/connection-answers";

import { sayConnection, saySkew, saySubscriptions } from "./say-connection";

const now = new Date("2026-11-21T10:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const fine: ShownConnection = {
  id: "1",
  code: "SHP",
  platform: "shopify",
  label: "Shopify",
  role: "shop",
  name: "Shop",
  posName: "Till",
  zone: "Europe/London",
  currency: "GBP",
  can: [],
  isPaused: false,
  pause: null,
  reserves: "unknown",
  wrongKnocks: 0,
  lanePausedUntil: null,
  lastAnswerAt: before(1),
  lastFailureAt: null,
  lastFailure: null,
  cursors: {},
  messages: { lastAt: null, today: 0, unreadable: 0 },
  causes: [],
  spent: null,
  calls: null,
  queues: [],
  arrival: null,
  subscriptions: { wanted: 0, missing: [] },
  key: { name: "the API password of API ID 9-1", renew: "Make a new one." },
  mayRotate: false,
  hasPrevious: false,
};
const failed = { lastFailureAt: before(0.5), lastFailure: { kind: "down", said: "Shop cannot be reached" } };

test.each([
  [{}, "Answers", "good"],
  [{ isPaused: true, pause: { by: "Ingrid", at: before(3), reason: "Stocktake" } }, "Paused", "warn"],
  [{ causes: [{ id: "c", kind: "connection-auth", sentence: "", nextStep: "" }] }, "Key not accepted", "bad"],
  [failed, "Not answering", "bad"],
  [{ ...failed, lanePausedUntil: new Date(now.getTime() + 5_000) }, "Holding back", "warn"],
  [{ ...failed, lastFailureAt: before(5) }, "Answers", "good"],
  [{ lastAnswerAt: before(30) }, "Silent", "warn"],
  [{ lastAnswerAt: null }, "Not asked yet", "neutral"],
])("%j", (more, word, tone) => expect(sayConnection({ ...fine, ...more } as ShownConnection, now)).toMatchObject({ word, tone }));

test("which key is not accepted is said", () => {
  const revoked = { ...fine, causes: [{ id: "c", kind: "connection-auth", sentence: "", nextStep: "" }] };
  expect(sayConnection(revoked, now).why).toBe(
    "Shop does not accept the API password of API ID 9-1. Everything to and from it waits; no attempt is lost.",
  );
});

test("who paused it and why is said", () => {
  const pause = { by: "Ingrid", at: before(3), reason: "Stocktake" };
  expect(sayConnection({ ...fine, isPaused: true, pause }, now).why).toBe("Ingrid paused it: Stocktake");
});

test.each([
  [{ wanted: 0, missing: [] }, null],
  [{ wanted: 13, missing: [] }, "all 13 there"],
  [{ wanted: 13, missing: ["ORDERS_PAID"] }, "12 of 13 there, missing: orders paid"],
])("subscriptions %j: %s", (subscriptions, said) => expect(saySubscriptions({ subscriptions })?.text ?? null).toBe(said));

test.each([
  [null, null],
  [-1_200, "agrees with ours"],
  [12_000, "12 s ahead of ours"],
  [-90_000, "90 s behind ours: times that Shop tells are wrong by as much"],
])("a clock %s ms off: %s", (skewMs, said) => expect(saySkew("Shop", skewMs)?.text ?? null).toBe(said));
