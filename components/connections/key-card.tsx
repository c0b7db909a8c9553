"use client";

import { KeyRound, RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import type { ShownConnection } from "@/components/query/connection-answers";
import { useConnectionCommands } from "@/components/query/use-connections";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { ShownOnce } from "@/components/ui/shown-once";

const fail = (error: Error) => toast.error(error.message);

/** Which key is in use, how to renew it, and a change of password during which both are let in. */
export function KeyCard({ connection }: { connection: ShownConnection }) {
  const { id, name, key, mayRotate, hasPrevious, cursors } = connection;
  const { rotate, endRotation } = useConnectionCommands(id);
  const [made, show] = useState<string | null>(null);
  const [isEnding, ask] = useState(false);
  return (
    <Card>
      <CardHeader title="Keys" />
      <CardBody className="grid gap-3 text-sm">
        {key && (
          <p className="flex gap-2.5">
            <KeyRound className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />
            <span>
              We come in with {key.name}. <span className="text-muted-foreground">If it is revoked: {key.renew}</span>
            </span>
          </p>
        )}
        {hasPrevious && (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-warn">
            A change is under way: the old secret for messages is let in as well.{" "}
            {cursors.previousKey ? (
              <>
                {name} last used it <RelativeTime at={cursors.previousKey} isPast />.
              </>
            ) : (
              `${name} has not used it since.`
            )}
          </p>
        )}
        <div className="flex flex-wrap gap-1.5">
          {mayRotate && !hasPrevious && (
            <Button
              size="sm"
              isLoading={rotate.isPending}
              onClick={() => rotate.mutate(undefined, { onSuccess: ({ password }) => show(password), onError: fail })}
            >
              <RotateCw /> Change the password for events
            </Button>
          )}
          {hasPrevious && (
            <Button size="sm" onClick={() => ask(true)}>
              Stop letting the old one in
            </Button>
          )}
        </div>
      </CardBody>
      <ConfirmDialog
        isOpen={isEnding}
        onOpenChange={ask}
        title="Stop letting the old secret in?"
        confirm="Stop letting it in"
        isDangerous
        isLoading={endRotation.isPending}
        onConfirm={() =>
          endRotation.mutate(undefined, {
            onSuccess: () => toast.success("Only the new one is let in."),
            onError: fail,
            onSettled: () => ask(false),
          })
        }
      >
        {cursors.previousKey ? (
          <>
            {name} used it <RelativeTime at={cursors.previousKey} isPast />. If it goes on using it, its messages are refused and what they
            said is only found by the checks of every minute.
          </>
        ) : (
          `${name} has not used it since the change began.`
        )}
      </ConfirmDialog>
      {made && (
        <ShownOnce
          title="The new password for events"
          description={`Enter it in ${name} now. It is shown only this once. Until you say stop, the old one is let in as well, so nothing is lost.`}
          secret={made}
          done="I have it"
          onClose={() => show(null)}
        />
      )}
    </Card>
  );
}
