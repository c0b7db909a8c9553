import { expect, test } from "vitest";

import { evaluate, holds, keyOf, numberOf } from "./expressions";
import { namePatterns } from "./functions";
import { seededIds, ulid } from "./ids";

test("an event's name matches itself and every wildcard cut at a separator", () => {
  expect(namePatterns("a/b.c")).toEqual(["a/b.c", "a/*", "a/b.*"]);
});

test("expressions see the event; what cannot be evaluated is no match and no key", () => {
  const event = { data: { n: 3, shop: "A" } };
  expect(holds("event.data.n > 2 && event.data.shop == 'A'", { event })).toBe(true);
  expect(holds("event.data.missing == 1", { event })).toBe(false);
  expect(holds(undefined, { event })).toBe(true);
  expect(evaluate("event.data.n + '-'", { event })).toBeUndefined();
  expect(keyOf("event.data.missing", event)).toBe("");
  expect(keyOf("event.data.shop + '-' + string(event.data.n)", event)).toBe("A-3");
  expect(keyOf("[1, 2]", event)).toBe('["1","2"]');
  expect(numberOf("event.data.shop", event)).toBe(0);
  expect(numberOf("120", event)).toBe(120);
});

test("ids sort by time and place; the same seed gives the same ids", () => {
  const ids = Array.from({ length: 100 }, ulid);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  const seed = "1743130137367,eii2YKXRVTJPuA==";
  expect(seededIds(seed, 3)).toEqual(seededIds(seed, 3));
  expect(new Set(seededIds(seed, 3)).size).toBe(3);
  expect(seededIds("nonsense", 2)[0]).not.toBe(seededIds("nonsense", 2)[0]);
});
