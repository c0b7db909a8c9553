import type { ShownConnection } from "@/components/query/connection-answers";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";

import { CallFacts } from "./call-facts";
import { Fact } from "./fact";
import { QueueFacts } from "./queue-facts";
import { saySubscriptions } from "./say-connection";

const never = <span className="text-faint">never</span>;

/** When it was last heard, what it told and is waiting to be looked at, and what of its quota is left. */
export function ConnectionFacts({ connection }: { connection: ShownConnection }) {
  const { lastAnswerAt, lastFailureAt, lastFailure, lanePausedUntil, cursors, wrongKnocks, reserves, role } = connection;
  const subscriptions = saySubscriptions(connection);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 px-4 py-3 text-sm [&_dt]:text-muted-foreground">
      <Fact term="Last answer">{lastAnswerAt ? <RelativeTime at={lastAnswerAt} isPast /> : never}</Fact>
      <Fact term="Last failure">
        {lastFailure && lastFailureAt ? (
          <>
            <RelativeTime at={lastFailureAt} isPast /> <span className="text-muted-foreground">{lastFailure.said}</span>
          </>
        ) : (
          never
        )}
      </Fact>
      {lanePausedUntil && (
        <Fact term="Asked again">
          <RelativeTime at={lanePausedUntil} />
        </Fact>
      )}
      <CallFacts connection={connection} />
      <QueueFacts connection={connection} />
      {subscriptions && (
        <Fact term="Subscriptions">
          <span className={subscriptions.isWhole ? undefined : "text-warn"}>{subscriptions.text}</span>
        </Fact>
      )}
      {wrongKnocks > 0 && (
        <Fact term="Wrong password">
          <span className="text-bad">{sayCount(wrongKnocks, "message")} refused, their content is lost</span>
        </Fact>
      )}
      <Fact term="Catalogue read">{cursors.catalogue ? <RelativeTime at={cursors.catalogue} isPast /> : never}</Fact>
      <Fact term="Set-up checked">{cursors.audit ? <RelativeTime at={cursors.audit} isPast /> : never}</Fact>
      {role === "pos" && (
        <Fact term="Sets stock aside">
          {reserves === "yes" ? "yes, seen" : reserves === "no" ? "no: we count these units ourselves" : "not seen yet"}
        </Fact>
      )}
    </dl>
  );
}
