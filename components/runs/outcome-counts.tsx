import { NumberLink } from "@/components/ui/number-link";
import { StatusPill } from "@/components/ui/status-pill";

import { outcomes } from "@/lib/domain/records/record-filter";
import { outcomeWords } from "./say-flow";

type Props = { counts: Readonly<Record<string, number>>; hrefOf: (outcome: string) => string; isWithWords?: boolean };

/** How many ended how; each number opens exactly those records. */
export function OutcomeCounts({ counts, hrefOf, isWithWords = false }: Props) {
  const shown = outcomes.filter((outcome) => (counts[outcome] ?? 0) > 0);
  if (shown.length === 0) return <span className="text-faint">no record</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 align-middle">
      {shown.map((outcome) => (
        <span key={outcome} className="inline-flex items-center gap-1">
          <StatusPill of="outcome" value={outcome} as="icon" />
          <NumberLink
            count={counts[outcome] ?? 0}
            href={hrefOf(outcome)}
            label={`records ${outcomeWords[outcome]}`}
            className="font-medium"
          />
          {isWithWords && <span className="text-muted-foreground text-xs">{outcomeWords[outcome]}</span>}
        </span>
      ))}
    </span>
  );
}
