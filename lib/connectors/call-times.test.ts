import { expect, test } from "vitest";

import type { ConnectionId } from "@/lib/domain/ids";

import { noteCall, readCallTimes } from "./call-times";

const shop = "one" as ConnectionId;

test("the last minutes, each connection for itself; a few slow calls are not hidden by quick ones", () => {
  for (const [at, callMs] of [
    [0, 9_000],
    [50_000, 40],
    [60_000, 5_000],
    [70_000, 5_200],
  ] as const)
    noteCall(shop, { at, callMs, waitedMs: 0 });
  expect(readCallTimes(shop, 60_000, 100_000)).toEqual({ callMs: 5_082, waitedMs: 0 });
  expect(readCallTimes("other" as ConnectionId, 60_000, 100_000)).toEqual({ callMs: 0, waitedMs: 0 });
});
test("what is kept has a bound", () => {
  for (let at = 0; at < 2_000; at += 1) noteCall(shop, { at, callMs: at < 1_700 ? 1 : 700, waitedMs: 3 });
  expect(readCallTimes(shop, 10_000, 2_000)).toEqual({ callMs: 700, waitedMs: 3 });
});
