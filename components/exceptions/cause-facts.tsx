"use client";

import type { Cause, CauseDetail } from "@/components/query/cause-answers";
import { useNow, useZone } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";

import { Owner } from "./owner";
import { PromiseClock } from "./promise-clock";
import { sayHeld } from "./say-held";
import { sayWhen } from "./say-promise";
import { SlaLeft } from "./sla-left";

type Props = { cause: Cause; overlaps: CauseDetail["overlaps"]; onOpen: (id: string) => void };

/** What it costs and whose it is. */
export function CauseFacts({ cause, overlaps, onOpen }: Props) {
  const now = useNow();
  const zone = useZone();
  const held = sayHeld(cause);
  return (
    <section aria-label="What it costs">
      <p className="text-base">
        {cause.state === "resolved" ? "Holds nothing any more" : held === null ? "Everything to and from it waits" : "Holds "}
        {cause.state !== "resolved" && held !== null && (
          <a href="#held" className="font-semibold underline decoration-border-strong underline-offset-3 hover:text-link">
            {held}
          </a>
        )}
        {cause.amount > 0 && cause.currency && (
          <>
            {", "}
            <Money amount={cause.amount} currency={cause.currency} className="font-semibold" />
          </>
        )}
        {cause.people > 0 && <>, {sayCount(cause.people, "customer")}</>}
        {cause.family === "stock" && cause.units > 0 && <>, {sayCount(cause.units, "unit")} at risk</>}
        <span className="text-muted-foreground">
          {cause.state === "resolved"
            ? `. Found at ${sayWhen(cause.openedAt, now, zone)}.`
            : `, since ${sayWhen(cause.openedAt, now, zone)}`}
        </span>
        {cause.pressure.growth > 0 && <span className="text-warn">, growing by {sayCount(cause.pressure.growth)} an hour</span>}
        {cause.returns > 0 && (
          <span className="text-warn">, back for the {cause.returns === 1 ? "2nd" : `${cause.returns + 1}th`} time</span>
        )}
      </p>
      {overlaps.length > 0 && (
        <ul className="mt-1 grid gap-0.5 text-muted-foreground text-xs">
          {overlaps.slice(0, 3).map(({ id, orders, sentence }) => (
            <li key={id} className="flex min-w-0 gap-1">
              <span className="shrink-0">
                {orders === cause.records
                  ? "All of them also wait:"
                  : `${sayCount(orders)} of them also ${orders === 1 ? "waits" : "wait"}:`}
              </span>
              <button
                type="button"
                onClick={() => onOpen(id)}
                className="min-w-0 truncate rounded-sm text-left text-link underline-offset-2 hover:underline"
              >
                {sentence}
              </button>
            </li>
          ))}
          {overlaps.length > 3 && <li>and for {sayCount(overlaps.length - 3, "more cause")}</li>}
        </ul>
      )}
      <dl className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(5.75rem,1fr))] gap-x-3 gap-y-2 border-y py-2.5">
        <Fact name="Owner">
          <Owner name={cause.ownerName} role={cause.ownerRole} />
        </Fact>
        {cause.state === "open" && (
          <Fact name="To be taken within">
            <SlaLeft slaAt={cause.slaAt} />
          </Fact>
        )}
        {cause.promiseAt && (
          <Fact name="Next promise">
            <PromiseClock at={cause.promiseAt} />
          </Fact>
        )}
        {cause.probe && cause.nextProbeAt && (
          <Fact name="Checked again">
            <RelativeTime at={cause.nextProbeAt} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-faint text-xs">{name}</dt>
    <dd className="truncate">{children}</dd>
  </div>
);
