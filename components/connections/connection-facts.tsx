import type { ShownConnection } from "@/components/query/use-connections";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { sayDuration } from "@/lib/domain/say-duration";

const never = <span className="text-faint">never</span>;

/** When it was last heard, what it told, and what of its quota this process used. */
export function ConnectionFacts({ connection }: { connection: ShownConnection }) {
  const { lastAnswerAt, lastFailureAt, lastFailure, lanePausedUntil, messages, cursors, spent, wrongKnocks, reserves, role } = connection;
  const catalogueAt = cursors.catalogue;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 px-4 py-3 text-sm [&_dt]:text-muted-foreground">
      <dt>Last answer</dt>
      <dd>{lastAnswerAt ? <RelativeTime at={lastAnswerAt} /> : never}</dd>
      <dt>Last failure</dt>
      <dd>
        {lastFailure && lastFailureAt ? (
          <>
            <RelativeTime at={lastFailureAt} /> <span className="text-muted-foreground">{lastFailure.said}</span>
          </>
        ) : (
          never
        )}
      </dd>
      {lanePausedUntil && (
        <>
          <dt>Asked again</dt>
          <dd>
            <RelativeTime at={lanePausedUntil} />
          </dd>
        </>
      )}
      <dt>Messages</dt>
      <dd>
        {messages.lastAt ? (
          <>
            last <RelativeTime at={messages.lastAt} />, {sayCount(messages.today)} today
            {messages.unreadable > 0 && <span className="text-bad">, {sayCount(messages.unreadable)} unreadable</span>}
          </>
        ) : (
          <span className="text-faint">none in a day</span>
        )}
      </dd>
      {wrongKnocks > 0 && (
        <>
          <dt>Wrong password</dt>
          <dd className="text-bad">{sayCount(wrongKnocks, "message")} refused, their content is lost</dd>
        </>
      )}
      <dt>Catalogue read</dt>
      <dd>{catalogueAt ? <RelativeTime at={catalogueAt} /> : never}</dd>
      {role === "pos" && (
        <>
          <dt>Sets stock aside</dt>
          <dd>{reserves === "yes" ? "yes, seen" : reserves === "no" ? "no: we count these units ourselves" : "not seen yet"}</dd>
        </>
      )}
      <dt>Quota, this process</dt>
      <dd>
        {spent ? (
          <>
            {sayCount(spent.calls, "call")}
            {spent.points !== spent.calls && `, ${sayCount(Math.round(spent.points), "point")}`}
            {spent.waitedMs > 0 && <span className="text-muted-foreground">, waited {sayDuration(spent.waitedMs)} for quota</span>}
            {spent.refused > 0 && <span className="text-warn">, {sayCount(spent.refused)} refused</span>}
            {spent.postponed > 0 && <span className="text-muted-foreground">, {sayCount(spent.postponed)} put off</span>}
          </>
        ) : (
          <span className="text-faint">nothing asked since it started</span>
        )}
      </dd>
    </dl>
  );
}
