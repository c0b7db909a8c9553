import type { LinkBatch } from "@/components/query/mapping-answers";
import { sayCount } from "@/components/ui/say-count";

import { sayLine } from "../services/say-line";

type Change = LinkBatch["changes"][number];

const nouns = {
  sku: ["product", "products"],
  location: ["location", "locations"],
  service: ["line", "lines"],
  promotion: ["promotion", "promotions"],
} as const;
const undoDays = 30;

/** "3 products", "1 location, 2 lines". */
export function sayBatch({ kinds }: Pick<LinkBatch, "kinds">): string {
  return (Object.keys(nouns) as (keyof typeof nouns)[])
    .map((kind) => ({ kind, count: kinds[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => sayCount(count, nouns[kind][0], nouns[kind][1]))
    .join(", ");
}

/** Null when it can be put back. */
export const whyNotUndone = ({ at }: Pick<LinkBatch, "at">, now: Date): string | null =>
  now.getTime() - at.getTime() > undoDays * 86_400_000 ? `older than ${undoDays} days` : null;

/** A product by its code, a location by its name, a line as people call it. */
export const nameOf = ({ kind, theirs, name }: Change): string => name ?? (kind === "service" ? sayLine(theirs).name : theirs);

const noneOf = (kind: Change["kind"]) => (kind === "promotion" ? "not declared" : "no mapping");

export const sidesOf = ({ kind, before, beforeName, after, afterName }: Change) => ({
  before: { code: before, name: kind === "promotion" ? before : beforeName, none: noneOf(kind) },
  after: { code: after, name: kind === "promotion" ? after : afterName, none: noneOf(kind) },
});
