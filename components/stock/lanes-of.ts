import type { LanePoint } from "@/components/charts/step-lanes";
import type { PairEvent } from "@/components/query/stock-answers";

export type Span = { from: number; to: number; side: "web-more" | "web-fewer" };

/** Both balances by time, oldest first, held until `until`. What was not known yet stays null. */
export function lanesOf(newestFirst: readonly PairEvent[], until: Date): LanePoint[] {
  const points = newestFirst.map(({ at, posAfter, shopAfter }) => ({ at: at.getTime(), one: posAfter, other: shopAfter })).reverse();
  const last = points.at(-1);
  return last && until.getTime() > last.at ? [...points, { ...last, at: until.getTime() }] : points;
}

/** The spans in which both are known and not the same; neighbours of the same side are one span. */
export function spansOf(points: readonly LanePoint[]): Span[] {
  const spans: Span[] = [];
  for (const [index, { at, one, other }] of points.entries()) {
    const next = points[index + 1];
    if (!next || one === null || other === null || one === other || next.at === at) continue;
    const side = other > one ? "web-more" : "web-fewer";
    const before = spans.at(-1);
    if (before?.to === at && before.side === side) before.to = next.at;
    else spans.push({ from: at, to: next.at, side });
  }
  return spans;
}
