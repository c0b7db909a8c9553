import { expect, test } from "vitest";

import { nextPath } from "./next-path";

test.each([
  ["/inbox?state=open&q=a%20b", "/inbox?state=open&q=a%20b"],
  ["/orders/x/%2F1", "/orders/x/%2F1"],
])("comes back to %s", (wanted, path) => expect(nextPath(wanted)).toBe(path));

test.each([
  undefined,
  "",
  ["/inbox"],
  "inbox",
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "https://evil.test/",
  "/sign-in?next=/x",
  "/api/auth/signout",
])("goes home for %j", (wanted) => expect(nextPath(wanted)).toBe("/"));
