import { expect, test } from "vitest";

import { openBucket } from "./point-bucket";

function bucketAt(mode: "real" | "custom") {
  const clock = { now: 0 };
  return {
    clock,
    bucket: openBucket(
      () => ({ mode, limit: 100, windowSeconds: 10 }),
      () => clock.now,
    ),
  };
}

test("the real bucket holds 20,000 points and gets back 1,000 a second, never more than it holds", () => {
  const { clock, bucket } = bucketAt("real");
  for (let n = 0; n < 20; n += 1) expect(bucket.take(1000)).toBe(true);
  expect(bucket.take(1)).toBe(false);
  clock.now = 1_500;
  expect(bucket.status()).toEqual({ maximumAvailable: 20_000, currentlyAvailable: 1_500, restoreRate: 1_000 });
  clock.now = 60_000;
  expect(bucket.status().currentlyAvailable).toBe(20_000);
});

test("what was asked for and not used comes back at once", () => {
  const { bucket } = bucketAt("custom");
  expect(bucket.take(90)).toBe(true);
  expect(bucket.take(20)).toBe(false);
  bucket.giveBack(80);
  expect(bucket.take(20)).toBe(true);
  expect(bucket.status()).toEqual({ maximumAvailable: 100, currentlyAvailable: 70, restoreRate: 10 });
});
