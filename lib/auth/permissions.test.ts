import { expect, test } from "vitest";

import { may, type Permission, type Role, roles } from "./permissions";

const everyone = Object.keys(roles) as Role[];
const whoMay = (permission: Permission) => everyone.filter((role) => may({ role }, permission));

test.each([
  ["office:read", ["ops", "finance", "ecommerce", "store", "admin"]],
  ["exceptions:read", ["ops", "finance", "ecommerce", "admin"]],
  ["exceptions:release", ["ops", "ecommerce", "admin"]],
  ["mappings:write", ["ops", "ecommerce", "admin"]],
  ["finance:read", ["ops", "finance", "admin"]],
  ["people:pii", ["ops", "finance", "admin"]],
  ["people:manage", ["admin"]],
  ["connections:write", ["admin"]],
  ["store:read", ["store", "admin"]],
] as const satisfies readonly (readonly [Permission, readonly Role[]])[])("%s", (permission, expected) => {
  expect(whoMay(permission)).toEqual(expected);
});

test("nobody has a permission twice", () => {
  for (const list of Object.values(roles)) expect(new Set(list).size).toBe(list.length);
});
