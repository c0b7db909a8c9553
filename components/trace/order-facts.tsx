import { EyeOff } from "lucide-react";

import type { ToldAddress, ToldOrder } from "@/components/query/order-answers";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusPill } from "@/components/ui/status-pill";

const paymentWords: Readonly<Record<string, string>> = {
  paid: "Paid",
  authorized: "Authorised, not captured",
  "partially-paid": "Paid in part",
  pending: "Not paid yet",
  voided: "Payment voided",
  expired: "Payment expired",
  refunded: "Refunded",
  "partially-refunded": "Refunded in part",
};

/** Ids on both sides, payment, promise and the customer. */
export function OrderFacts({ order }: { order: ToldOrder }) {
  return (
    <Card>
      <CardHeader title="Order" />
      <CardBody className="p-0">
        <dl className="divide-y text-sm [&>div]:flex [&>div]:items-baseline [&>div]:justify-between [&>div]:gap-4 [&>div]:px-4 [&>div]:py-2 [&_dd]:min-w-0 [&_dd]:text-right [&_dt]:shrink-0 [&_dt]:text-muted-foreground">
          <div>
            <dt>In {order.shopName}</dt>
            <dd>
              <CopyableId id={order.orderId} label="order" href={order.shopHref ?? undefined} />
            </dd>
          </div>
          {order.sent.map((sent) => (
            <div key={sent.key}>
              <dt>
                {order.posName}
                <span className="block text-faint text-xs">{sent.placeName}</span>
              </dt>
              <dd className="grid justify-items-end gap-0.5">
                {sent.remoteId ? (
                  <CopyableId id={sent.remoteId} label="order at the till" href={sent.href ?? undefined} />
                ) : (
                  <StatusPill of="effect" value={sent.state} as="plain" className="text-xs" />
                )}
                <CopyableId id={sent.key} label="external id" className="text-muted-foreground" />
                {sent.isByHand && <span className="text-faint text-xs">entered by hand</span>}
                {sent.attempts > 1 && <span className="text-faint text-xs">{sent.attempts} attempts</span>}
                {sent.reservedUntil && (
                  <span className="text-faint text-xs">
                    set aside until <RelativeTime at={sent.reservedUntil} />
                  </span>
                )}
              </dd>
            </div>
          ))}
          <div>
            <dt>Payment</dt>
            <dd>{order.payment ? (paymentWords[order.payment] ?? order.payment) : "Not read yet"}</dd>
          </div>
          {order.placedAt && (
            <div>
              <dt>Placed</dt>
              <dd>
                <RelativeTime at={order.placedAt} />
              </dd>
            </div>
          )}
          {order.promiseAt && (
            <div>
              <dt>Promised</dt>
              <dd>
                <RelativeTime at={order.promiseAt} />
              </dd>
            </div>
          )}
          {order.customer && (
            <div>
              <dt>
                Customer
                {order.isMasked && (
                  <span className="mt-0.5 flex items-center gap-1 text-faint text-xs">
                    <EyeOff className="size-3" aria-hidden /> masked for your role
                  </span>
                )}
              </dt>
              <dd className="grid justify-items-end gap-0.5">
                <span>{order.customer.name || "Guest"}</span>
                <span className="max-w-full truncate text-muted-foreground text-xs">{order.customer.email}</span>
                <span className="text-muted-foreground text-xs">{order.customer.phone}</span>
                {order.customer.shipping && <AddressLine address={order.customer.shipping} />}
              </dd>
            </div>
          )}
        </dl>
      </CardBody>
    </Card>
  );
}

const AddressLine = ({ address: { street, street2, zip, city, country } }: { address: ToldAddress }) => (
  <span className="text-balance text-muted-foreground text-xs">{[street, street2, zip, city, country].filter(Boolean).join(", ")}</span>
);
