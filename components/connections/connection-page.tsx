"use client";

import { StaleNote } from "@/components/exceptions/stale-note";
import type { Connections } from "@/components/query/connection-answers";
import { useConnections } from "@/components/query/use-connections";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";
import { CopyableId } from "@/components/ui/copyable-id";

import { ConnectionActions } from "./connection-actions";
import { ConnectionCauses } from "./connection-causes";
import { ConnectionFacts } from "./connection-facts";
import { KeyCard } from "./key-card";
import { sayConnection } from "./say-connection";
import { SettingsForm } from "./settings-form";

type Props = { id: string; first: Connections; mayRun: boolean; mayWrite: boolean; eventsUrl: string };

/** One connection: how it is, what it may be told by hand, its settings. */
export function ConnectionPage({ id, first, mayRun, mayWrite, eventsUrl }: Props) {
  const query = useConnections(first);
  const now = useNow();
  const connection = query.data.connections.find((one) => one.id === id) ?? first.connections.find((one) => one.id === id);
  if (!connection) return null;
  const { word, tone, why } = sayConnection(connection, now);
  return (
    <>
      <PageHeader title={connection.name} trail={[{ href: "/connections", label: "Connections" }]}>
        <Badge tone={tone}>{word}</Badge>
      </PageHeader>
      {query.isError && <StaleNote at={query.data.asOf} message={query.error.message} onRetry={() => void query.refetch()} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4">
          <Card>
            <CardHeader
              title={connection.label}
              hint={`${connection.currency}, ${connection.zone}, external ids begin with ${connection.code}-`}
            />
            <p className="px-4 pt-3 text-muted-foreground text-sm">{why}</p>
            <ConnectionFacts connection={connection} />
            <ConnectionCauses causes={connection.causes} />
            <div className="border-t px-4 py-3">
              <ConnectionActions connection={connection} mayRun={mayRun} />
            </div>
          </Card>
          <Card>
            <CardHeader title={connection.role === "pos" ? "Where its events go" : "Where its messages go"} />
            <CardBody className="grid gap-2 text-sm">
              <p className="text-muted-foreground">
                {connection.role === "pos"
                  ? "Sitoo has no way to be told this by us: enter it there by hand, with the user name and password for events below."
                  : "We subscribe to these ourselves. Here it stands for whoever wants to compare."}
              </p>
              <CopyableId id={eventsUrl} label="address" />
            </CardBody>
          </Card>
          {mayWrite && <KeyCard connection={connection} />}
          {mayWrite && <SettingsForm id={id} />}
        </div>
      </div>
    </>
  );
}
