import { expect, test } from "vitest";

import { countAll, sayDrain } from "./flow-health";

test.each([
  [0, 0, null],
  [40, 0, "not moving"],
  [3, 100, "gone within a minute"],
  [100, 100, "gone in about 10 min"],
  [6_000, 100, "gone in about 10 h"],
])("%d waiting at %d in ten minutes: %s", (backlog, recent, said) => expect(sayDrain({ backlog, recent })).toBe(said));

test("all outcomes together", () => expect(countAll({ confirmed: 3, held: 2 })).toBe(5));
