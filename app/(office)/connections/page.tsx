import type { Metadata } from "next";

import { ConnectionsPage } from "@/components/connections/connections-page";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { showConnections } from "@/lib/commands/show-connections";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsListPage() {
  const actor = await requireActor("connections:read");
  return <ConnectionsPage first={{ connections: await showConnections(), asOf: new Date() }} mayRun={may(actor, "sync:run")} />;
}
