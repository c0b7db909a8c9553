import type { Metadata } from "next";

import { readRecordSearch, recordFilterOf } from "@/components/runs/record-search";
import { RecordsPage } from "@/components/runs/records-page";
import { requireActor } from "@/lib/auth/actor";
import { listConnectionNames } from "@/lib/data/connections";
import { listRecords } from "@/lib/data/runs";

export const metadata: Metadata = { title: "Records" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecordsListPage({ searchParams }: Props) {
  await requireActor("records:read");
  const filter = recordFilterOf(await readRecordSearch(searchParams));
  const [shops, page] = await Promise.all([listConnectionNames(), listRecords(filter, null)]);
  return <RecordsPage shops={shops} first={{ filter, page: { ...page, asOf: new Date() } }} />;
}
