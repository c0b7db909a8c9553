import type { Metadata } from "next";

import { filterOf, readCauseSearch } from "@/components/exceptions/cause-search";
import { Inbox } from "@/components/exceptions/inbox";
import { workerOf } from "@/components/exceptions/worker";
import { requireActor } from "@/lib/auth/actor";
import { countCauses, listCauses } from "@/lib/data/causes";
import { listConnections } from "@/lib/data/connections";
import { describeCause } from "@/lib/domain/exceptions/view";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor("exceptions:read");
  const filter = filterOf(await readCauseSearch(searchParams));
  const [causes, totals, connections] = await Promise.all([listCauses(filter, actor.id), countCauses(filter, actor.id), listConnections()]);
  return (
    <Inbox
      worker={workerOf(actor)}
      shops={connections.map(({ id, name }) => ({ id, name }))}
      first={{ filter, page: { causes: causes.map(describeCause), totals, asOf: new Date() } }}
    />
  );
}
