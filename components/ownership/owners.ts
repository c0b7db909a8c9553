import { roleNames } from "@/lib/auth/permissions";
import { type Owner, ownerRoles } from "@/lib/domain/ownership/rule";

type Person = { id: string; name: string; role: string };

/** Roles first, then people: each as one value of a list. */
export const ownerChoices = (people: readonly Person[]) => [
  ...ownerRoles.map((role) => ({ value: `role:${role}`, label: `Everybody in ${roleNames[role]}` })),
  ...people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleNames[role as keyof typeof roleNames] ?? role}` })),
];

export const valueOfOwner = ({ ownerId, ownerRole }: Owner): string => ownerId ?? `role:${ownerRole}`;

/** A person's role goes along with them. */
export function ownerOfValue(value: string, people: readonly Person[]): Owner {
  const role = value.startsWith("role:") ? value.slice(5) : people.find(({ id }) => id === value)?.role;
  const ownerRole = ownerRoles.find((each) => each === role) ?? "ops";
  return { ownerId: value.startsWith("role:") ? null : value, ownerRole };
}
