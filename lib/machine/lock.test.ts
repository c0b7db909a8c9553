import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { tryLock, waitForLock } from "./lock";

test("one holder at a time, and the next gets it when the first lets go", async () => {
  const name = randomUUID();
  const first = await tryLock(name);
  expect(first).not.toBeNull();
  expect(await tryLock(name)).toBeNull();
  let waited = 0;
  const second = waitForLock(name, { onWait: () => void waited++ });
  await first?.release();
  await (await second).release();
  expect(waited).toBeLessThanOrEqual(1);
  const third = await tryLock(name);
  expect(third).not.toBeNull();
  await third?.release();
});

test("waiting ends when it is called off", async () => {
  const name = randomUUID();
  const first = await tryLock(name);
  const off = new AbortController();
  const second = waitForLock(name, { signal: off.signal, onWait: () => off.abort() });
  await expect(second).rejects.toThrow("aborted");
  await first?.release();
});
