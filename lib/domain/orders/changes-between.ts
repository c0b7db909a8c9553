import { toAmount } from "../money";
import type { PosOrderDraft } from "./pos-order";

/** What is compared of a plan. */
type Portion = Pick<PosOrderDraft, "locationId" | "currency" | "rows">;
type Line = { title: string; quantity: number; paid: number };

/** What a person has to know about the difference of two plans for one order. Mappings that changed since do not count. */
export function changesBetween(before: readonly Portion[], after: readonly Portion[]): string[] {
  const currency = after[0]?.currency ?? before[0]?.currency ?? "EUR";
  const [was, is] = [linesOf(before), linesOf(after)];
  const changes: string[] = [];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [was.get(id), is.get(id)];
    if (a && !b) changes.push(`${a.title} was taken out`);
    else if (!a && b) changes.push(`${b.quantity} × ${b.title} was added`);
    else if (a && b && a.quantity !== b.quantity) changes.push(`${b.title}: ${a.quantity} became ${b.quantity}`);
    else if (a && b && a.paid !== b.paid)
      changes.push(`${b.title}: ${toAmount(a.paid, currency)} became ${toAmount(b.paid, currency)} ${currency}`);
  }
  const places = (drafts: readonly Portion[]) => [...new Set(drafts.map(({ locationId }) => locationId))].sort().join(" ");
  if (places(before) !== places(after)) changes.push("it moved to another location");
  return changes;
}

function linesOf(drafts: readonly Portion[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const { shopLineId, title, quantity, gross, discount } of drafts.flatMap(({ rows }) => rows)) {
    const seen = lines.get(shopLineId) ?? { title, quantity: 0, paid: 0 };
    lines.set(shopLineId, { title, quantity: seen.quantity + quantity, paid: seen.paid + gross - discount });
  }
  return lines;
}
