import type { Metadata } from "next";

import { readRunSearch, runFilterOf } from "@/components/runs/record-search";
import { RunsPage } from "@/components/runs/runs-page";
import { requireActor } from "@/lib/auth/actor";
import { listConnectionNames } from "@/lib/data/connections";
import { listRuns } from "@/lib/data/runs";

export const metadata: Metadata = { title: "Runs" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RunsListPage({ searchParams }: Props) {
  await requireActor("records:read");
  const filter = runFilterOf(await readRunSearch(searchParams));
  const [connections, page] = await Promise.all([listConnectionNames(), listRuns(filter, null)]);
  return <RunsPage connections={connections} first={{ filter, page: { ...page, asOf: new Date() } }} />;
}
