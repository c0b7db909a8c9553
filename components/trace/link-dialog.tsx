"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "@/components/query/api";
import { useLookUp, useOrderChanges, type Which } from "@/components/query/use-order-changes";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { TillSides } from "./till-sides";

type Named = Which & { name: string; shopName: string; posName: string };
type Props = { order: Named; isOpen: boolean; onClose: () => void };

/** "Entered by hand": asks for the till's number, shows both orders, and joins them. */
export function LinkDialog({ order, isOpen, onClose }: Props) {
  return (
    <Dialog open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title={`${order.name} was entered by hand`}
        description={`Link it to the order that staff made in ${order.posName}. Parity then never sends it, and cancels it there when it is cancelled online.`}
        className="w-[min(44rem,calc(100vw-2rem))]"
      >
        <LinkForm order={order} onDone={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function LinkForm({ order, onDone }: { order: Named; onDone: () => void }) {
  const lookUp = useLookUp(order);
  const { link } = useOrderChanges(order);
  const [number, setNumber] = useState("");
  const [acceptsDifference, setAccepts] = useState(false);
  const [reason, setReason] = useState("");
  const till = lookUp.data;
  const isSame = till?.number === number.trim();
  const found = isSame ? till : undefined;
  const wrong = link.error instanceof ApiError ? link.error.fields : {};
  const ask = () => {
    link.reset();
    setAccepts(false);
    lookUp.mutate(number.trim());
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!found) return ask();
    if (found.whyNot) return;
    link.mutate(
      { number: found.number, acceptsDifference, reason },
      {
        onSuccess: () => {
          toast.success(`${order.name} is linked to order ${found.id}. It is being read back.`);
          onDone();
        },
      },
    );
  };
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <div className="flex items-start gap-2">
        <Field
          label="Number at the till"
          hint="The order's number, or the one on its receipt."
          error={lookUp.error?.message}
          className="flex-1"
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              value={number}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Button className="mt-6.5" disabled={number.trim() === ""} isLoading={lookUp.isPending} onClick={ask}>
          <Search /> Look it up
        </Button>
      </div>
      {found && <TillSides till={found} webName={order.name} shopName={order.shopName} posName={order.posName} />}
      {found?.whyNot && <Alert>{found.whyNot}</Alert>}
      {found && !found.whyNot && (
        <>
          {!found.sides.isEqual && (
            <div className="grid gap-1.5">
              <label className="flex items-start gap-2">
                <Checkbox className="mt-0.5" checked={acceptsDifference} onCheckedChange={(next) => setAccepts(next === true)} />
                They differ, and are the same order all the same. It is kept as linked with a difference.
              </label>
              {wrong.acceptsDifference && <p className="text-bad text-xs">{wrong.acceptsDifference}</p>}
            </div>
          )}
          <Field label={found.sides.isEqual ? "Note (not needed)" : "Why they differ"} error={wrong.reason}>
            {(control) => (
              <Input {...control} value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </>
      )}
      {link.error && Object.keys(wrong).length === 0 && <Alert>{link.error.message}</Alert>}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={!found || found.whyNot !== null} isLoading={link.isPending}>
          {found ? `Link to order ${found.id}` : "Link"}
        </Button>
      </div>
    </form>
  );
}
