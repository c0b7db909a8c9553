import { CheckCheck, EqualNot, LoaderCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";

import type { LastCompare } from "@/components/query/stock-answers";
import { RelativeTime } from "@/components/ui/relative-time";

import { sayCheck } from "./say-stock";

/** What the last full check of each shop found; each opens its run. */
export function LastChecks({ compares, isNamed }: { compares: readonly LastCompare[]; isNamed: boolean }) {
  if (compares.length === 0) return null;
  return (
    <ul aria-label="Last full check" className="border-b">
      {compares.map((compare) => (
        <li key={compare.shopId} className="flex flex-wrap items-center gap-x-2 px-4 py-1.5 text-xs">
          <CheckSign compare={compare} />
          {isNamed && <span className="font-medium">{compare.shopName}</span>}
          <span className={compare.state === "failed" ? "text-bad" : "text-muted-foreground"}>{sayCheck(compare)}</span>
          <RelativeTime at={compare.endedAt ?? compare.startedAt} isPast className="text-faint" />
          <Link href={`/runs/${compare.runId}`} className="text-link underline-offset-2 hover:underline">
            Open the check
          </Link>
        </li>
      ))}
    </ul>
  );
}

function CheckSign({ compare: { endedAt, state, differ, fixed } }: { compare: LastCompare }) {
  const look = "size-3.5 shrink-0";
  if (endedAt === null) return <LoaderCircle className={`${look} text-info motion-safe:animate-spin`} aria-hidden />;
  if (state === "failed") return <TriangleAlert className={`${look} text-bad`} aria-hidden />;
  if (differ > fixed) return <EqualNot className={`${look} text-warn`} aria-hidden />;
  return <CheckCheck className={`${look} text-good`} aria-hidden />;
}
