import type { Metadata } from "next";

import { RecordsPage } from "@/components/runs/records-page";
import { requireActor } from "@/lib/auth/actor";
import { listConnections } from "@/lib/data/connections";

export const metadata: Metadata = { title: "Records" };

export default async function RecordsListPage() {
  await requireActor("records:read");
  const connections = await listConnections();
  return <RecordsPage shops={connections.map(({ id, name }) => ({ id, name }))} />;
}
