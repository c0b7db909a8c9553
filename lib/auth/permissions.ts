import { type Role, roleNames } from "@/lib/domain/ownership/roles";

/** Who may do what, in one place. Every command declares one of these, every page and route asks for one. */
export const roles = {
  ops: [
    "office:read",
    "exceptions:read",
    "exceptions:work",
    "exceptions:release",
    "mappings:read",
    "mappings:write",
    "records:read",
    "people:pii",
    "stock:read",
    "stock:write",
    "finance:read",
    "connections:read",
    "sync:run",
  ],
  finance: [
    "office:read",
    "exceptions:read",
    "exceptions:work",
    "mappings:read",
    "records:read",
    "people:pii",
    "finance:read",
    "stock:read",
  ],
  ecommerce: [
    "office:read",
    "exceptions:read",
    "exceptions:work",
    "exceptions:release",
    "mappings:read",
    "mappings:write",
    "records:read",
    "stock:read",
    "stock:write",
    "connections:read",
  ],
  store: ["office:read", "store:read"],
  admin: [
    "office:read",
    "exceptions:read",
    "exceptions:work",
    "exceptions:release",
    "mappings:read",
    "mappings:write",
    "records:read",
    "people:pii",
    "people:manage",
    "ownership:manage",
    "stock:read",
    "stock:write",
    "finance:read",
    "connections:read",
    "connections:write",
    "sync:run",
    "store:read",
  ],
} as const satisfies Record<Role, readonly string[]>;

export type { Role };
export type Permission = (typeof roles)[Role][number];
export { roleNames };

/** A program that comes in for a person by a token, and for which part of what that person may. */
export type Token = { id: string; scopes: readonly string[] };

/** `places` limits a store user to its own warehouses ("posId:warehouseId"); null = all. */
export type Actor = { id: string; name: string; email: string; role: Role; places: string[] | null; token?: Token };

/** A token may what its person may and it was given; to come in at all is part of every token. */
export const may = ({ role, token }: Pick<Actor, "role" | "token">, permission: Permission): boolean =>
  (roles[role] as readonly Permission[]).includes(permission) &&
  (token === undefined || permission === "office:read" || token.scopes.includes(permission));

/** What a token can be given: everything but letting others in and changing keys. */
export const grantable = [
  "exceptions:read",
  "exceptions:work",
  "exceptions:release",
  "mappings:read",
  "mappings:write",
  "records:read",
  "people:pii",
  "stock:read",
  "stock:write",
  "finance:read",
  "connections:read",
  "sync:run",
  "store:read",
] as const satisfies readonly Permission[];
export const isGrantable = (text: string): text is (typeof grantable)[number] => (grantable as readonly string[]).includes(text);
