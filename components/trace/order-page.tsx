"use client";

import { RotateCw } from "lucide-react";
import { toast } from "sonner";

import { StaleNote } from "@/components/exceptions/stale-note";
import type { ToldOrder } from "@/components/query/order-answers";
import { useLookAtOrder, useOrder } from "@/components/query/use-order";
import { PageHeader } from "@/components/shell/page-header";
import { ShortcutButton } from "@/components/shortcuts/shortcut-button";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { sayMoney } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";

import { ByHand } from "./by-hand";
import { Compared } from "./compared";
import { Corrections } from "./corrections";
import { HeldBy } from "./held-by";
import { OrderActions } from "./order-actions";
import { OrderFacts } from "./order-facts";
import { OrderLines } from "./order-lines";
import { RawParts } from "./raw-parts";
import { Story } from "./story";

/** One order across both systems and us: where it stands, what happened, what each side holds. */
export function OrderPage({ first }: { first: ToldOrder }) {
  const query = useOrder(first);
  const order = query.data;
  const look = useLookAtOrder(order);
  const lookAgain = () =>
    look.mutate(undefined, {
      onSuccess: () => toast.success(`${order.name} is being looked at again.`),
      onError: (error) => toast.error(error.message),
    });

  return (
    <>
      <PageHeader
        title={order.name}
        trail={[{ href: "/orders", label: "Orders" }]}
        actions={
          order.mayLook && (
            <>
              <OrderActions order={order} />
              <ShortcutButton keys="r" label="Look at it again now" group="This order" onRun={lookAgain} isLoading={look.isPending}>
                <RotateCw /> Look at it again now
              </ShortcutButton>
            </>
          )
        }
      >
        <span className="truncate text-muted-foreground text-xs">
          as of <RelativeTime at={order.asOf} />
        </span>
      </PageHeader>
      {query.isError && <StaleNote at={order.asOf} message={query.error.message} onRetry={() => void query.refetch()} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-7xl flex-col gap-4 p-4">
          <Headline order={order} />
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-4">
              <HeldBy causes={order.causes} className="lg:hidden" />
              <Card>
                <CardHeader title="What happened" hint="oldest first, in the store's time" />
                <Story moments={order.story} />
              </Card>
              {order.compared.length > 0 && (
                <Compared
                  groups={order.compared}
                  shopName={order.shopName}
                  posName={order.posName}
                  readBackAt={order.readBackAt}
                  isByHand={order.link !== null}
                />
              )}
              {order.lines.length > 0 && <OrderLines lines={order.lines} currency={order.currency} />}
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <HeldBy causes={order.causes} className="max-lg:hidden" />
              <ByHand order={order} />
              <Corrections order={order} />
              <OrderFacts order={order} />
            </div>
          </div>
          {order.maySeeRaw && <RawParts order={order} />}
        </div>
      </div>
    </>
  );
}

function Headline({ order }: { order: ToldOrder }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p className="font-semibold text-xl tracking-tight">
        {order.name}
        {order.currency && <span className="ml-2.5 tabular-nums">{sayMoney(order.amount, order.currency)}</span>}
      </p>
      <Badge tone={order.headline.tone} className="h-6 text-sm">
        {order.headline.text}
      </Badge>
      <span className="text-muted-foreground">
        {order.shopName}
        <CopyableId id={order.orderId} label="order" href={order.shopHref ?? undefined} className="ml-2" />
      </span>
      {order.state === "waiting" && (
        <span className="text-faint text-xs">
          looked at again <RelativeTime at={order.notBefore} />
        </span>
      )}
    </div>
  );
}
