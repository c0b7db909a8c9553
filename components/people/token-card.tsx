"use client";

import { KeySquare } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import type { ShownToken } from "@/components/query/token-answers";
import { useTokenCommands, useTokens } from "@/components/query/use-tokens";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { ShownOnce } from "@/components/ui/shown-once";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";

import { sayScope } from "./say-scope";
import { TokenDialog } from "./token-dialog";

/** Other programs that may come in, for what, and when they last did. */
export function TokenCard() {
  const { data, error, isPending, isFetching, refetch } = useTokens();
  const { revoke } = useTokenCommands();
  const [isMaking, make] = useState(false);
  const [made, show] = useState<string | null>(null);
  const [asked, ask] = useState<ShownToken | null>(null);
  return (
    <Card>
      <CardHeader
        title="API tokens"
        hint="let another program in, for what you choose"
        actions={
          <Button size="sm" onClick={() => make(true)}>
            <KeySquare /> Make a token
          </Button>
        }
      />
      {isPending && <SkeletonRows count={2} label="Loading tokens" />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {data?.tokens.length === 0 && (
        <EmptyState icon={KeySquare} title="No program has been let in" checkedAt={data.asOf}>
          A token lets a report or a script ask what you may ask, for the parts that you choose. What there is to ask stands in
          /api/v1/openapi.json.
        </EmptyState>
      )}
      {data && data.tokens.length > 0 && (
        <Table label="API tokens" className="min-w-170">
          <Thead>
            <tr>
              <Th>Name</Th>
              <Th>May</Th>
              <Th>Made</Th>
              <Th>Last used</Th>
              <Th>State</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </Thead>
          <Tbody>
            {data.tokens.map((token) => (
              <TokenRow key={token.id} token={token} now={data.asOf} onRevoke={() => ask(token)} />
            ))}
          </Tbody>
        </Table>
      )}
      {isMaking && (
        <TokenDialog
          onClose={() => make(false)}
          onMade={(secret) => {
            make(false);
            show(secret);
          }}
        />
      )}
      {made && (
        <ShownOnce
          title="The new token"
          description="Put it where the program reads it. It is shown only this once; what is kept here opens nothing."
          secret={made}
          done="I have it"
          onClose={() => show(null)}
        />
      )}
      {asked && (
        <ConfirmDialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && ask(null)}
          title={`Revoke ${asked.name}?`}
          confirm="Revoke"
          isDangerous
          isLoading={revoke.isPending}
          onConfirm={() =>
            revoke.mutate(asked.id, {
              onSuccess: () => toast.success(`${asked.name} opens nothing any more.`),
              onError: (cause) => toast.error(cause.message),
              onSettled: () => ask(null),
            })
          }
        >
          Whatever uses it is refused with its next request. This cannot be undone; make a new one instead.
        </ConfirmDialog>
      )}
    </Card>
  );
}

function TokenRow({ token, now, onRevoke }: { token: ShownToken; now: Date; onRevoke: () => void }) {
  const { name, hint, scopes, madeBy, createdAt, expiresAt, lastUsedAt, revokedAt } = token;
  const isOver = expiresAt !== null && expiresAt <= now;
  return (
    <Tr>
      <Td>
        <span className="block font-medium">{name}</span>
        <span className="block font-mono text-faint text-xs">{hint}…</span>
      </Td>
      <Td className="max-w-80 text-muted-foreground">{scopes.map(sayScope).join(", ")}</Td>
      <Td className="whitespace-nowrap">
        <RelativeTime at={createdAt} isPast />
        <span className="block text-faint text-xs">by {madeBy}</span>
      </Td>
      <Td className="whitespace-nowrap">
        {lastUsedAt ? <RelativeTime at={lastUsedAt} isPast /> : <span className="text-faint">never</span>}
      </Td>
      <Td className="whitespace-nowrap">
        {revokedAt ? (
          <Badge tone="neutral">Revoked</Badge>
        ) : isOver ? (
          <Badge tone="warn">Too old</Badge>
        ) : (
          <>
            <Badge tone="good">In force</Badge>
            {expiresAt && (
              <span className="block text-faint text-xs">
                runs out <RelativeTime at={expiresAt} />
              </span>
            )}
          </>
        )}
      </Td>
      <Td isNumber>
        {!revokedAt && (
          <Button size="sm" variant="ghost" onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </Td>
    </Tr>
  );
}
