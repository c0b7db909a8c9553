"use client";

import { Cable } from "lucide-react";

import { StaleNote } from "@/components/exceptions/stale-note";
import type { Connections } from "@/components/query/connection-answers";
import { useConnections } from "@/components/query/use-connections";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { ScopeLine } from "@/components/ui/scope-line";

import { ConnectionCard } from "./connection-card";

/** Every system that Parity talks to, and whether it can be relied on now. */
export function ConnectionsPage({ first, mayRun }: { first: Connections; mayRun: boolean }) {
  const query = useConnections(first);
  const { connections, asOf } = query.data;
  const troubled = connections.filter(({ causes, isPaused }) => causes.length > 0 || isPaused).length;
  return (
    <>
      <PageHeader title="Connections">
        <ScopeLine
          count={connections.length}
          noun={connections.length === 1 ? "connection" : "connections"}
          parts={[troubled > 0 ? `${troubled} with something to look at` : "nothing to look at"]}
        />
      </PageHeader>
      {query.isError && <StaleNote at={asOf} message={query.error.message} onRetry={() => void query.refetch()} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto p-4">
        {connections.length === 0 ? (
          <EmptyState icon={Cable} title="Nothing is connected yet" checkedAt={asOf}>
            A Sitoo account and the shops that belong to it appear here once they are connected.
          </EmptyState>
        ) : (
          <div className="mx-auto grid max-w-7xl gap-4 lg:grid-cols-2">
            {connections.map((connection) => (
              <ConnectionCard key={connection.id} connection={connection} mayRun={mayRun} />
            ))}
          </div>
        )}
      </div>
    </>
  );
}
