import { expect, test } from "vitest";

import { sayDuration } from "./say-duration";

test.each([
  [-5, "0 ms"],
  [38, "38 ms"],
  [1_240, "1.2 s"],
  [2_000, "2 s"],
  [59_400, "59 s"],
  [60_000, "1 min"],
  [250_000, "4 min 10 s"],
  [7_500_000, "2 h 5 min"],
  [3 * 86_400_000 + 3_600_000, "3 d 1 h"],
])("%d ms is %s", (ms, said) => expect(sayDuration(ms)).toBe(said));
