import type { ShownConnection } from "@/components/query/connection-answers";
import { driftHref } from "@/components/stock/stock-search";
import { ordersHref } from "@/components/trace/order-search";
import { NumberLink } from "@/components/ui/number-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { sayDuration } from "@/lib/domain/say-duration";

import { Fact } from "./fact";

/** What it tells us by itself, and what of that is still to be looked at. */
export function QueueFacts({ connection }: { connection: ShownConnection }) {
  const { id, messages, arrival, queues } = connection;
  return (
    <>
      <Fact term="Messages">
        {messages.lastAt ? (
          <>
            last <RelativeTime at={messages.lastAt} isPast />, {sayCount(messages.today)} today
            {messages.unreadable > 0 && <span className="text-bad">, {sayCount(messages.unreadable)} unreadable</span>}
          </>
        ) : (
          <span className="text-faint">none in a day</span>
        )}
      </Fact>
      {arrival && (
        <Fact term="They arrive">
          {sayDuration(arrival.p50)} after it happened, 95 of 100 within {sayDuration(arrival.p95)}
        </Fact>
      )}
      <Fact term="To be looked at">
        {queues.length === 0 && <span className="text-muted-foreground">nothing waits</span>}
        {queues.map(({ what, waiting, oldestAt }) => (
          <span key={what} className="block">
            {what === "orders" && (
              <NumberLink count={waiting} href={ordersHref({ due: "1", shop: id })} label="orders due now">
                {sayCount(waiting, "order")}
              </NumberLink>
            )}
            {what === "stock" && (
              <NumberLink count={waiting} href={driftHref({ show: "in-flight", shop: id })} label="stock figures on their way">
                {sayCount(waiting, "stock figure")}
              </NumberLink>
            )}
            {what === "movements" && "movements at the tills"}
            {oldestAt && (
              <span className="text-muted-foreground">
                , the oldest since <RelativeTime at={oldestAt} isPast />
              </span>
            )}
          </span>
        ))}
      </Fact>
    </>
  );
}
