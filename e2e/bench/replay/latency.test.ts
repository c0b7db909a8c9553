import { expect, test } from "vitest";

import { percentiles } from "./latency";

test("percentiles by nearest rank", () => {
  expect(percentiles([])).toEqual({ p50: 0, p95: 0, p99: 0 });
  expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  expect(percentiles(Array.from({ length: 200 }, (_, at) => 200 - at))).toEqual({ p50: 100, p95: 190, p99: 198 });
});
