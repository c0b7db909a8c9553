"use client";

import { Copy } from "lucide-react";
import { toast } from "sonner";

import { Button } from "./button";
import { Dialog, DialogContent } from "./dialog";

type Props = { title: string; description: string; secret: string; done: string; onClose: () => void };

/** A secret that is to be seen this once. */
export function ShownOnce({ title, description, secret, done, onClose }: Props) {
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast.success("Copied."),
      () => toast.error("The browser did not allow copying."),
    );
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={title} description={description}>
        <div className="flex items-center justify-between gap-3 rounded-lg border bg-muted px-4 py-3">
          <code className="select-all break-all font-mono">{secret}</code>
          <Button size="sm" onClick={() => void copy()}>
            <Copy /> Copy
          </Button>
        </div>
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            {done}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}
