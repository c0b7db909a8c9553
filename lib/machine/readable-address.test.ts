import { expect, test } from "vitest";

import { isReadableAddress } from "./readable-address";

test.each(["/", "/stock/10%20A?q=100%", "/orders/x/%F0%9F%98%80", "/?q=%2500"])("%s is readable", (url) =>
  expect(isReadableAddress(url)).toBe(true),
);
test.each(["/runs/%ff", "/runs/%", "/stock/%00", "/?q=a%00b", "/%E0%A4%A"])("%s is not", (url) =>
  expect(isReadableAddress(url)).toBe(false),
);
