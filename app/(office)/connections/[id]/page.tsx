import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ConnectionPage } from "@/components/connections/connection-page";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { showConnections } from "@/lib/commands/show-connections";
import { messagesUrl } from "@/lib/commands/subscribe-again";

export const metadata: Metadata = { title: "Connection" };

type Props = { params: Promise<{ id: string }> };

export default async function OneConnectionPage({ params }: Props) {
  const actor = await requireActor("connections:read");
  const { id } = await params;
  const connections = await showConnections();
  if (!connections.some((connection) => connection.id === id)) notFound();
  return (
    <ConnectionPage
      id={id}
      first={{ connections, asOf: new Date() }}
      mayRun={may(actor, "sync:run")}
      mayWrite={may(actor, "connections:write")}
      eventsUrl={messagesUrl(id)}
    />
  );
}
