import Link from "next/link";

import type { ToldOrder } from "@/components/query/order-answers";
import { Card, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusPill } from "@/components/ui/status-pill";

/** The causes that hold the order, or held it; each opens in the inbox. */
export function HeldBy({ causes, className }: Pick<ToldOrder, "causes"> & { className?: string }) {
  if (causes.length === 0) return null;
  const holding = causes.filter(({ exceptionState }) => exceptionState !== "released");
  return (
    <Card {...(className && { className })}>
      <CardHeader title={holding.length > 0 ? "Held by" : "Was held by"} />
      <ul className="divide-y">
        {causes.map(({ id, sentence, nextStep, exceptionState, heldAt, releasedAt }) => (
          <li key={id}>
            <Link href={`/inbox?cause=${id}`} className="block px-4 py-2.5 hover:bg-hover">
              <span className="flex items-start justify-between gap-3">
                <span className="min-w-0 font-medium">{sentence}</span>
                <StatusPill of="exception" value={exceptionState} className="shrink-0" />
              </span>
              {exceptionState !== "released" && <span className="mt-0.5 block text-muted-foreground text-sm">{nextStep}</span>}
              <span className="mt-0.5 block text-faint text-xs">
                held <RelativeTime at={heldAt} />
                {releasedAt && (
                  <>
                    , free <RelativeTime at={releasedAt} />
                  </>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
