import { kinds } from "../exceptions/kinds";
import { isAbout } from "./choose-owner";
import type { Role } from "./roles";
import type { Owner, OwnershipRule } from "./rule";

export type Person = { id: string; name: string; role: Role; places: readonly string[]; isDisabled: boolean };
export type LadderStep = Owner & { severity: string; step: number; afterMinutes: number };

export type Gaps = {
  /** Kinds that end at a role which nobody has. */
  kinds: { id: string; title: string; role: Role }[];
  /** Rules that are passed over because nobody is there. */
  rules: { id: string; ownerName: string | null; ownerRole: Role }[];
  /** Steps of a ladder that lead to nobody. */
  steps: { severity: string; step: number; ownerName: string | null; ownerRole: Role }[];
  /** Stores that somebody works for and no rule names. */
  stores: { place: string; people: string[] }[];
};

/** Where something could go wrong and nobody would own it. */
export function listGaps(rules: readonly OwnershipRule[], steps: readonly LadderStep[], people: readonly Person[]): Gaps {
  const here = people.filter(({ isDisabled }) => !isDisabled);
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const isThere = (owner: Owner) => here.some(({ id, role }) => (owner.ownerId ? id === owner.ownerId : role === owner.ownerRole));
  const active = rules.filter(({ isOn, isManned }) => isOn && isManned);
  const isCaught = (kind: string) =>
    active.some((rule) => isAbout(rule.about, kind) && rule.shopId === null && rule.place === "" && rule.minAmount === 0);
  return {
    kinds: Object.values(kinds)
      .filter(({ id, owner }) => !here.some(({ role }) => role === owner.role) && !isCaught(id))
      .map(({ id, title, owner }) => ({ id, title, role: owner.role })),
    rules: rules
      .filter(({ isOn, isManned }) => isOn && !isManned)
      .map(({ id, ownerId, ownerRole }) => ({ id, ownerName: nameOf(ownerId), ownerRole })),
    steps: steps
      .filter((step) => !isThere(step))
      .map(({ severity, step, ownerId, ownerRole }) => ({ severity, step, ownerName: nameOf(ownerId), ownerRole })),
    stores: [...placesOf(here)]
      .filter(([place]) => !active.some((rule) => rule.place === place))
      .map(([place, of]) => ({ place, people: of })),
  };
}

function placesOf(people: readonly Person[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { role, places: own, name } of people)
    for (const place of role === "store" ? own : []) places.set(place, [...(places.get(place) ?? []), name]);
  return places;
}
