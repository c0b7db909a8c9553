"use client";

import { BellPlus, BookOpen, CirclePause, Play, PlugZap, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import type { ShownConnection } from "@/components/query/connection-answers";
import { useConnectionCommands } from "@/components/query/use-connections";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";
import { sayDuration } from "@/lib/domain/say-duration";

import { PauseDialog } from "./pause-dialog";

const fail = (error: Error) => toast.error(error.message);

function saySubscribed({ made, byHand }: { made: readonly string[]; byHand: readonly string[] }) {
  if (byHand.length > 0) toast.error(`${sayCount(byHand.length, "subscription")} could not be made.`, { description: byHand.join(" ") });
  else if (made.length > 0) toast.success(`${sayCount(made.length, "subscription")} made: ${made.join(", ")}.`);
  else toast.success("Every subscription is there.");
}

type Props = { connection: ShownConnection; mayRun: boolean };

export function ConnectionActions({ connection: { id, name, isPaused, can, role }, mayRun }: Props) {
  const { test, readCatalogue, checkSetUp, subscribe, pause, resume } = useConnectionCommands(id);
  const [isAsking, ask] = useState(false);
  const runTest = () =>
    test.mutate(undefined, {
      onSuccess: ({ isFine, said, tookMs }) =>
        isFine ? toast.success(`${name} is fine. ${said}`, { description: `Answered in ${sayDuration(tookMs)}` }) : toast.error(said),
      onError: fail,
    });
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="sm" onClick={runTest} isLoading={test.isPending}>
        <PlugZap /> Test
      </Button>
      {mayRun && (
        <>
          {can.includes("catalogue") && (
            <Button
              size="sm"
              isLoading={readCatalogue.isPending}
              onClick={() =>
                readCatalogue.mutate(undefined, { onSuccess: () => toast.success(`${name}: its catalogue is being read.`), onError: fail })
              }
            >
              <BookOpen /> Read catalogue now
            </Button>
          )}
          {can.includes("audit") && (
            <Button
              size="sm"
              isLoading={checkSetUp.isPending}
              onClick={() =>
                checkSetUp.mutate(undefined, { onSuccess: () => toast.success(`${name}: its set-up is being checked.`), onError: fail })
              }
            >
              <ShieldCheck /> Check set-up now
            </Button>
          )}
          {can.includes("webhooks") && role === "shop" && (
            <Button
              size="sm"
              isLoading={subscribe.isPending}
              onClick={() => subscribe.mutate(undefined, { onSuccess: saySubscribed, onError: fail })}
            >
              <BellPlus /> Subscribe again
            </Button>
          )}
          {isPaused ? (
            <Button
              size="sm"
              isLoading={resume.isPending}
              onClick={() => resume.mutate(undefined, { onSuccess: () => toast.success(`${name} goes on.`), onError: fail })}
            >
              <Play /> Resume
            </Button>
          ) : (
            <Button size="sm" onClick={() => ask(true)}>
              <CirclePause /> Pause
            </Button>
          )}
        </>
      )}
      <PauseDialog
        name={name}
        isOpen={isAsking}
        onOpenChange={ask}
        isLoading={pause.isPending}
        error={pause.error?.message}
        onPause={(reason) =>
          pause.mutate(reason, {
            onSuccess: () => {
              ask(false);
              toast.success(`${name} is paused.`);
            },
          })
        }
      />
    </div>
  );
}
