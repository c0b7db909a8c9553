import type { Metadata } from "next";

import { filterOf, readCauseSearch } from "@/components/exceptions/cause-search";
import { Inbox } from "@/components/exceptions/inbox";
import { workerOf } from "@/components/exceptions/worker";
import { requireActor } from "@/lib/auth/actor";
import { listCauses } from "@/lib/data/causes";
import { listConnectionNames } from "@/lib/data/connections";
import { listCause } from "@/lib/domain/exceptions/view";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor("exceptions:read");
  const filter = filterOf(await readCauseSearch(searchParams));
  const [causes, shops] = await Promise.all([listCauses(filter, actor.id), listConnectionNames()]);
  return <Inbox worker={workerOf(actor)} shops={shops} first={{ filter, page: { causes: causes.map(listCause), asOf: new Date() } }} />;
}
