import type { LineVerdict } from "@/components/query/mapping-answers";
import { sayCount } from "@/components/ui/say-count";

export type Verdicts = Record<LineVerdict["verdict"], number>;

export function countVerdicts(lines: readonly LineVerdict[]): Verdicts {
  const counts: Verdicts = { new: 0, changes: 0, removes: 0, same: 0, wrong: 0 };
  for (const { verdict } of lines) counts[verdict] += 1;
  return counts;
}

/** How many lines would change something. */
export const countChanging = ({ new: added, changes, removes }: Verdicts): number => added + changes + removes;

/** "Review 37 changes, leave out 3 wrong lines". */
export function sayReview(counts: Verdicts): string {
  const save = `Review ${sayCount(countChanging(counts), "change")}`;
  return counts.wrong === 0 ? save : `${save}, leave out ${sayCount(counts.wrong, "wrong line")}`;
}
