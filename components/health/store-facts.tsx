import Link from "next/link";

import { inboxHref } from "@/components/exceptions/cause-search";
import type { StoreTile } from "@/components/query/home-answers";
import { driftHref } from "@/components/stock/stock-search";
import { ordersHref } from "@/components/trace/order-search";
import { NumberLink } from "@/components/ui/number-link";
import { RelativeTime } from "@/components/ui/relative-time";

const never = <span className="text-faint">none known</span>;

/** What is known of a store, each number a link to what it counts. */
export function StoreFacts({ store }: { store: StoreTile }) {
  const { name, zone, isOpen, lastSaleAt, lastEventAt, silentCauseId, due, broken, drift } = store;
  const isOfOne = drift.length < 2;
  const lastSale = lastSaleAt ? <RelativeTime at={lastSaleAt} zone={zone} isPast /> : never;
  return (
    <dl className="mt-1.5 grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-2 text-sm [&_dd]:whitespace-nowrap [&_dd]:text-right [&_dd_a]:inline-block [&_dd_a]:min-w-6 [&_dd_a]:py-0.5 [&_dt]:truncate [&_dt]:py-0.5 [&_dt]:text-muted-foreground">
      <dt>Last sale</dt>
      <dd>
        {silentCauseId ? (
          <Link href={inboxHref({ cause: silentCauseId, kind: "store-silent" })} className="text-bad hover:underline">
            {lastSale}
          </Link>
        ) : (
          lastSale
        )}
      </dd>
      <dt>Movement</dt>
      <dd>{lastEventAt ? <RelativeTime at={lastEventAt} zone={zone} isPast /> : never}</dd>
      <dt>Now</dt>
      <dd>{isOpen ? "open" : "closed"}</dd>
      <dt>Due today</dt>
      <dd>
        {due.length === 0 && <span className="text-faint">none</span>}
        {due.map(({ warehouseId, orders }) => (
          <NumberLink
            key={warehouseId}
            count={orders}
            href={ordersHref({ promise: "day", store: warehouseId })}
            label={`orders promised today at ${name}`}
          />
        ))}
      </dd>
      <dt>Overdue</dt>
      <dd>
        {broken.length === 0 && <span className="text-faint">none</span>}
        {broken.map(({ warehouseId, orders }) => (
          <NumberLink
            key={warehouseId}
            count={orders}
            href={ordersHref({ promise: "broken", store: warehouseId })}
            label={`promises broken at ${name}`}
            className="text-bad"
          />
        ))}
      </dd>
      <dt>Stock differs</dt>
      <dd>
        {drift.length === 0 && <span className="text-faint">nowhere</span>}
        {drift.map(({ shopId, shopName, locationId, pairs }) => (
          <NumberLink
            key={`${shopId}-${locationId}`}
            count={pairs}
            href={driftHref({ show: "differs", shop: shopId, location: locationId })}
            label={`products of ${name} that ${shopName} shows otherwise`}
            className="text-warn"
          >
            {pairs}
            {isOfOne ? "" : ` on ${shopName} `}
          </NumberLink>
        ))}
      </dd>
    </dl>
  );
}
