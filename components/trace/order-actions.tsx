"use client";

import { Keyboard, PencilLine } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import type { ToldOrder } from "@/components/query/order-answers";
import { useLookAtOrder } from "@/components/query/use-order";
import { ShortcutButton } from "@/components/shortcuts/shortcut-button";
import { Dialog, DialogContent } from "@/components/ui/dialog";

import { CorrectForm } from "./correct-form";
import { LinkDialog } from "./link-dialog";

/** What can be put right about an order that is not at the till yet. */
export function OrderActions({ order }: { order: ToldOrder }) {
  const [asking, ask] = useState<"correct" | "link" | null>(null);
  const look = useLookAtOrder(order);
  const saved = () => {
    ask(null);
    look.mutate(undefined, {
      onSuccess: () => toast.success(`Saved. ${order.name} is being looked at again.`),
      onError: (error) => toast.error(error.message),
    });
  };
  return (
    <>
      {order.whyNotLinkable === null && (
        <ShortcutButton keys="h" label="It was entered by hand" group="This order" onRun={() => ask("link")}>
          <Keyboard /> Entered by hand…
        </ShortcutButton>
      )}
      {order.whyNotCorrected === null && (
        <ShortcutButton keys="c" label="Correct it" group="This order" onRun={() => ask("correct")}>
          <PencilLine /> Correct…
        </ShortcutButton>
      )}
      <LinkDialog order={order} isOpen={asking === "link"} onClose={() => ask(null)} />
      <Dialog open={asking === "correct"} onOpenChange={(isOpen) => !isOpen && ask(null)}>
        <DialogContent
          title={`Correct ${order.name}`}
          description="It is looked at again at once, and goes to the till if nothing else holds it."
          className="@container/correct w-[min(40rem,calc(100vw-2rem))]"
        >
          <CorrectForm order={order} save="Save and send" onSaved={saved} />
        </DialogContent>
      </Dialog>
    </>
  );
}
