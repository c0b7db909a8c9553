import { expect, test } from "vitest";

import { gather } from "./gather";

test("what arrives meanwhile goes together, and nobody is answered before his batch is done", async () => {
  const batches: number[][] = [];
  const first = Promise.withResolvers<void>();
  const add = gather<number>(async (items) => {
    batches.push(items);
    if (batches.length === 1) await first.promise;
  });
  const all = [add([1]), add([2, 3]), add([4])];
  let answered = 0;
  for (const one of all) void one.then(() => (answered += 1));
  await Promise.resolve();
  expect([batches, answered]).toEqual([[[1]], 0]);
  first.resolve();
  await Promise.all(all);
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

test("the first waits for those that come right after it", async () => {
  const batches: number[][] = [];
  const add = gather<number>(async (items) => void batches.push(items), { waitMs: 5 });
  const first = add([1]);
  await Promise.resolve();
  await Promise.all([first, add([2])]);
  await add([3]);
  expect(batches).toEqual([[1, 2], [3]]);
});

test("a batch that fails fails its own callers only", async () => {
  const add = gather<number>(async (items) => {
    if (items.includes(2)) throw new Error("no");
  });
  await expect(add([1])).resolves.toBeUndefined();
  await expect(add([2])).rejects.toThrow("no");
  await expect(add([3])).resolves.toBeUndefined();
});
