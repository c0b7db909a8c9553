"use client";

import { MailX } from "lucide-react";

import { type NoticeState, useNoticeCommands } from "@/components/query/use-notices";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { toast } from "@/components/ui/toaster";

/** Mail to me that did not go out; nothing of it is lost, the notices are in the list. */
export function FailedMails({ failed }: Pick<NoticeState, "failed">) {
  const { sendAgain } = useNoticeCommands();
  if (failed.length === 0) return null;
  return (
    <section aria-label="Mail that did not go out" className="overflow-hidden rounded-lg border border-bad/40 bg-card">
      <ul className="divide-y">
        {failed.map(({ id, problem, endedAt, notices }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <MailX className="size-4 shrink-0 text-bad" aria-hidden />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                A mail with {sayCount(notices, "notice")} did not reach you, <RelativeTime at={endedAt} isPast />
              </p>
              <p className="text-muted-foreground">{problem} The notices are in your list.</p>
            </div>
            <Button
              size="sm"
              isLoading={sendAgain.isPending && sendAgain.variables === id}
              onClick={() =>
                sendAgain.mutate(id, {
                  onSuccess: () => toast.success("It is on its way once more."),
                  onError: (cause) => toast.error(cause.message),
                })
              }
            >
              Send it again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
