import { expect, test } from "vitest";

import { readAmount } from "./read-amount";

test.each([
  ["", 0],
  ["500", 50_000],
  ["1,234.50", 123_450],
  [" 12 000 ", 1_200_000],
  ["0.999", null],
  ["ten", null],
  ["-5", null],
])("%j in pounds is %j", (text, minor) => expect(readAmount(text, "GBP")).toBe(minor));
