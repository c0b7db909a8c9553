import { expect, test, vi } from "vitest";

import { shareFor } from "./share-for";

test("one question for everybody within the time, another after it", async () => {
  let now = 0;
  let asked = 0;
  const share = shareFor(
    2_000,
    async () => {
      asked += 1;
      return asked;
    },
    () => now,
  );
  expect(await Promise.all([share(), share()])).toEqual([1, 1]);
  now = 2_000;
  expect(await share()).toBe(2);
});

test("a failure is for who asked, and is not kept", async () => {
  const ask = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce(7);
  const share = shareFor(2_000, ask, () => 0);
  await expect(share()).rejects.toThrow("gone");
  expect(await share()).toBe(7);
});
