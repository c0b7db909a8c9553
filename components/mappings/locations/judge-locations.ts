import type { LocationMapping, Warehouse } from "@/components/query/mapping-answers";

import type { Drafts } from "../drafts";

export type Clash = { location: string; warehouse: string; other: string };

/** Where the drafts would let one warehouse feed two locations, which cannot be saved. */
export function listClashes(locations: readonly LocationMapping[], drafts: Drafts, warehouses: readonly Warehouse[]): Clash[] {
  const feeding = locations.map(({ theirs, name, ours }) => ({
    theirs,
    name,
    ours: drafts.get(theirs)?.ours ?? (drafts.has(theirs) ? null : ours),
  }));
  const nameOf = new Map(warehouses.map(({ id, name }) => [id, name]));
  return feeding.flatMap((one) => {
    const other = one.ours === null || !drafts.has(one.theirs) ? undefined : feeding.find((each) => each !== one && each.ours === one.ours);
    return other ? [{ location: one.theirs, warehouse: nameOf.get(one.ours!) ?? one.ours!, other: other.theirs }] : [];
  });
}

/** Pairs of locations that trade their warehouses. */
export function listSwaps(locations: readonly LocationMapping[], drafts: Drafts): [string, string][] {
  const changed = locations.filter(({ theirs, ours }) => drafts.has(theirs) && ours !== null);
  return changed.flatMap((one, at) =>
    changed
      .slice(at + 1)
      .filter((other) => drafts.get(one.theirs)?.ours === other.ours && drafts.get(other.theirs)?.ours === one.ours)
      .map((other): [string, string] => [one.name, other.name]),
  );
}
