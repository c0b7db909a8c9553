import { expect, test } from "vitest";

import type { ShownConnection } from "@/components/query/use-connections";

import { sayConnection } from "./say-connection";

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

test("who paused it and why is said", () => {
  const pause = { by: "Ingrid", at: before(3), reason: "Stocktake" };
  expect(sayConnection({ ...fine, isPaused: true, pause }, now).why).toBe("Ingrid paused it: Stocktake");
});
