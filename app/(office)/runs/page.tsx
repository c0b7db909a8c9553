import type { Metadata } from "next";

import { RunsPage } from "@/components/runs/runs-page";
import { requireActor } from "@/lib/auth/actor";
import { listConnections } from "@/lib/data/connections";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsListPage() {
  await requireActor("records:read");
  const connections = await listConnections();
  return <RunsPage connections={connections.map(({ id, name }) => ({ id, name }))} />;
}
