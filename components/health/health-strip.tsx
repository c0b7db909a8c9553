"use client";

import { AlarmClock, BellOff, CirclePause, Inbox, PackageX, Users } from "lucide-react";

import { inboxHref } from "@/components/exceptions/cause-search";
import type { Home } from "@/components/query/home-answers";
import { ordersHref } from "@/components/trace/order-search";
import { sayMoney } from "@/components/ui/money";
import { NumberLink } from "@/components/ui/number-link";
import { sayCount } from "@/components/ui/say-count";
import { StatTile } from "@/components/ui/stat-tile";

/** What could hurt a customer, first. Each tile opens exactly the list that it counts. */
export function HealthStrip({ home }: { home: Home }) {
  const money = home.held.amounts.map(({ currency, amount }) => sayMoney(amount, currency)).join(" + ");
  return (
    <div className="grid grid-cols-2 gap-2.5 md:grid-cols-3 xl:grid-cols-6">
      <StatTile
        icon={<AlarmClock />}
        label="Promised today"
        value={sayCount(home.atRisk)}
        hint={home.broken > 0 ? `${sayCount(home.broken)} broken already` : "not at the till, none broken"}
        tone={home.broken > 0 ? "bad" : home.atRisk > 0 ? "warn" : "neutral"}
        href={ordersHref({ promise: "today" })}
      />
      <StatTile
        icon={<CirclePause />}
        label="Orders held"
        value={sayCount(home.held.orders)}
        hint={money ? `${money} stuck` : "no money stuck"}
        tone={home.held.orders > 0 ? "warn" : "good"}
        href={ordersHref({ state: "held" })}
      />
      <StatTile
        icon={<Users />}
        label="People waiting"
        value={sayCount(home.held.people)}
        hint="whose order is held"
        href={ordersHref({ state: "held" })}
      />
      <CausesTile causes={home.causes} />
      <StatTile
        icon={<PackageX />}
        label="Oversold"
        value={sayCount(home.causes.oversold)}
        hint="products, by place"
        tone={home.causes.oversold > 0 ? "bad" : "neutral"}
        href={inboxHref({ kind: "oversold" })}
      />
      <StatTile
        icon={<BellOff />}
        label="Silent stores"
        value={sayCount(home.causes.silent)}
        hint="open, no sale too long"
        tone={home.causes.silent > 0 ? "bad" : "neutral"}
        href={inboxHref({ kind: "store-silent" })}
      />
    </div>
  );
}

/** Three numbers, three lists: a tile that is one link could open only one. */
function CausesTile({ causes }: Pick<Home, "causes">) {
  return (
    <div className="min-w-0 rounded-lg border bg-card px-3.5 py-2.5">
      <span className="flex items-center gap-1.5 text-muted-foreground text-xs">
        <Inbox className="size-3.5" aria-hidden /> Causes open
      </span>
      <NumberLink
        count={causes.open}
        href={inboxHref({})}
        label="causes open"
        className="mt-0.5 block w-fit font-semibold text-xl tracking-tight"
      />
      <span className="block truncate text-faint text-xs">
        <NumberLink count={causes.mine} href={inboxHref({ owner: "me" })} label="mine">
          {sayCount(causes.mine)} mine
        </NumberLink>
        {", "}
        <NumberLink count={causes.unowned} href={inboxHref({ owner: "nobody" })} label="nobody's">
          {sayCount(causes.unowned)} nobody's
        </NumberLink>
      </span>
    </div>
  );
}
