"use client";

import { Unlink } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { ApiError } from "@/components/query/api";
import type { ToldOrder } from "@/components/query/order-answers";
import { useOrderChanges } from "@/components/query/use-order-changes";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";

/** The order at the till that staff made for it, and the way back. */
export function ByHand({ order }: { order: ToldOrder }) {
  const [isAsking, setAsking] = useState(false);
  const { link } = order;
  if (!link) return null;
  const { remoteId, reason, difference, byName, at, whyNotUndone } = link;
  return (
    <Card>
      <CardHeader title="Entered by hand" />
      <CardBody className="grid gap-2 text-sm">
        <p className="flex flex-wrap items-center gap-x-2">
          <CopyableId id={remoteId} label="order entered by hand" /> in {order.posName}
        </p>
        {difference && <p className="font-medium text-warn">Linked with a difference: {difference}</p>}
        {reason && <p className="text-muted-foreground">“{reason}”</p>}
        <p className="text-muted-foreground text-xs">
          by {byName ?? "somebody who is gone"} <RelativeTime at={at} />. Nothing sends it a second time.
        </p>
        {order.mayLook &&
          (whyNotUndone ? (
            <p className="text-faint text-xs">The link stays: {whyNotUndone}</p>
          ) : (
            <Button size="sm" className="justify-self-start" onClick={() => setAsking(true)}>
              <Unlink /> Undo the link…
            </Button>
          ))}
      </CardBody>
      <Dialog open={isAsking} onOpenChange={setAsking}>
        <DialogContent
          title={`Undo the link to order ${remoteId}?`}
          description={`${order.name} is then like an order that never was at the till: Parity sends it as soon as nothing holds it. Order ${remoteId} stays as it is.`}
        >
          <UndoForm order={order} onDone={() => setAsking(false)} />
        </DialogContent>
      </Dialog>
    </Card>
  );
}

function UndoForm({ order, onDone }: { order: ToldOrder; onDone: () => void }) {
  const { unlink } = useOrderChanges(order);
  const [reason, setReason] = useState("");
  const wrong = unlink.error instanceof ApiError ? unlink.error.fields : {};
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    unlink.mutate(reason, {
      onSuccess: () => {
        toast.success("The link is undone. The order is being looked at again.");
        onDone();
      },
    });
  };
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <Field label="Why it is not this one" error={wrong.reason ?? unlink.error?.message}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={reason}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="danger" isLoading={unlink.isPending}>
          Undo the link
        </Button>
      </div>
    </form>
  );
}
