import { sayCount } from "@/components/ui/say-count";

type Edits = { edits: number; editsUp: number };

/** "5 manual edits". */
export const sayEdits = ({ edits }: Edits): string => sayCount(edits, "manual edit");

/** What the edits of a week have in common, and so where to look for the reason. Null: too few to tell. */
export function causeOfEdits({ edits, editsUp }: Edits): string | null {
  if (edits < 2) return null;
  if (editsUp === edits) return "always raised: the shelf may hold more than the till knows. Have it counted.";
  if (editsUp === 0) return "always lowered: something leaves the shelf without being booked. Have it counted.";
  return "up and down: another app or an import may write stock in the shop too.";
}
