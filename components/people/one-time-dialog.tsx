"use client";

import { Copy } from "lucide-react";
import { toast } from "sonner";

import type { OneTime } from "@/components/query/use-accounts";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";

type Props = { name: string; oneTime: OneTime; onClose: () => void };

/** The only time this password is to be seen. */
export function OneTimeDialog({ name, oneTime: { password, goodUntil }, onClose }: Props) {
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => toast.success("Copied."),
      () => toast.error("The browser did not allow copying."),
    );
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={`One-time password for ${name}`}
        description="Hand it over in person or by phone. It is shown only now and kept nowhere; with it they choose their own."
      >
        <div className="flex items-center justify-between gap-3 rounded-lg border bg-muted px-4 py-3">
          <code className="select-all font-mono text-lg tracking-wide">{password}</code>
          <Button size="sm" onClick={() => void copy()}>
            <Copy /> Copy
          </Button>
        </div>
        <p className="mt-2 text-faint text-xs">
          It runs out <RelativeTime at={goodUntil} />.
        </p>
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            I have handed it over
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}
