"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";

import type { ShownConnection } from "@/components/query/connection-answers";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";

import { ConnectionActions } from "./connection-actions";
import { ConnectionCauses } from "./connection-causes";
import { ConnectionFacts } from "./connection-facts";
import { sayConnection } from "./say-connection";

export function ConnectionCard({ connection, mayRun }: { connection: ShownConnection; mayRun: boolean }) {
  const { word, tone, why } = sayConnection(connection, useNow());
  return (
    <Card className="flex flex-col">
      <CardHeader
        title={
          <Link href={`/connections/${connection.id}`} className="hover:text-link">
            {connection.name}
          </Link>
        }
        hint={
          <>
            {connection.label}
            {connection.posName && (
              <>
                {" "}
                <ArrowRight className="inline size-3" aria-label="to" /> {connection.posName}
              </>
            )}
          </>
        }
        actions={<Badge tone={tone}>{word}</Badge>}
      />
      <p className="px-4 pt-3 text-muted-foreground text-sm">{why}</p>
      <ConnectionFacts connection={connection} />
      <ConnectionCauses causes={connection.causes} />
      <div className="mt-auto border-t px-4 py-3">
        <ConnectionActions connection={connection} mayRun={mayRun} />
      </div>
    </Card>
  );
}
