"use client";

import Link from "next/link";

import { Owner } from "@/components/exceptions/owner";
import { useReach } from "@/components/query/use-ownership";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StatusPill } from "@/components/ui/status-pill";

type Props = { rule: string; title: string; count: number; onClose: () => void };

/** Which causes of the last 30 days a rule would own, and who has them. */
export function ReachDialog({ rule, title, count, onClose }: Props) {
  const { data, error, isPending, refetch } = useReach(rule);
  const causes = data?.causes ?? [];
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={title}
        description={`${sayCount(count, "cause")} of the last 30 days by the rules as they are${count > causes.length && data ? `; the latest ${causes.length} are listed` : ""}.`}
        className="w-[min(44rem,calc(100vw-2rem))]"
      >
        {isPending && <SkeletonRows count={4} label="Loading causes" />}
        {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} className="min-h-32" />}
        {data && causes.length === 0 && <p className="py-6 text-center text-muted-foreground">No cause of the last 30 days.</p>}
        <ul className="-mx-2 divide-y">
          {causes.map(({ id, sentence, state, ownerName, ownerRole, openedAt }) => (
            <li key={id}>
              <Link href={`/causes/${id}`} className="flex items-center gap-3 rounded-md px-2 py-2 hover:bg-hover">
                <span className="min-w-0 flex-1">
                  <span className="line-clamp-2">{sentence}</span>
                  <span className="text-faint text-xs">
                    Found <RelativeTime at={openedAt} isPast />
                  </span>
                </span>
                <Owner name={ownerName} role={ownerRole} className="w-32 text-xs" />
                <StatusPill of="cause" value={state} />
              </Link>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
