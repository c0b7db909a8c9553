import { z } from "zod";

import { LocationId } from "../ids";
import { sayWallClock } from "../wall-time";

/** How much of what an order needs a place had. */
const Stocked = z.object({ name: z.string(), has: z.int(), of: z.int() });
export type Stocked = z.infer<typeof Stocked>;

/** Why an order that named no place went where it went; kept with what was sent. */
export const Route = z.object({
  /** `chosen`: the one place that the shop's setting names; `stock`: a place that had everything. */
  rule: z.enum(["chosen", "stock"]),
  locationId: LocationId,
  name: z.string(),
  at: z.iso.datetime(),
  zone: z.string(),
  items: z.int(),
  /** Of several with everything: first on the shop's list. */
  isPreferred: z.boolean(),
  others: z.array(Stocked),
});
export type Route = z.infer<typeof Route>;

/** "York: the only store with all 3 items at 14:02; Leeds had 1 of 3". */
export function sayRoute({ rule, name, at, zone, items, isPreferred, others }: Route): string {
  if (rule === "chosen") return `${name}: where this shop sends orders that name no location`;
  const full = others.filter(({ has, of }) => has >= of);
  const rest = others.filter(({ has, of }) => has < of).slice(0, 3);
  const all = items === 1 ? "the item" : `all ${items} items`;
  const why =
    full.length === 0
      ? `the only store with ${all}`
      : isPreferred
        ? `first on this shop's list of the ${full.length + 1} stores with ${all}`
        : `one of ${full.length + 1} stores with ${all}, and the one with the most to spare`;
  const had = rest.length === 0 ? "" : `; ${rest.map((one) => `${one.name} had ${sayStocked(one)}`).join(", ")}`;
  return `${name}: ${why} at ${sayWallClock(at, zone)}${had}`;
}

export const sayStocked = ({ has, of }: Stocked): string => (has === 0 ? "none" : `${has} of ${of}`);
