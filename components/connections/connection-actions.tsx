"use client";

import { BookOpen, CirclePause, Play, PlugZap, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { type ShownConnection, useConnectionCommands } from "@/components/query/use-connections";
import { Button } from "@/components/ui/button";
import { sayDuration } from "@/lib/domain/say-duration";

import { PauseDialog } from "./pause-dialog";

const fail = (error: Error) => toast.error(error.message);

type Props = { connection: ShownConnection; mayRun: boolean };

export function ConnectionActions({ connection: { id, name, isPaused, can }, mayRun }: Props) {
  const { test, readCatalogue, checkSetUp, pause, resume } = useConnectionCommands(id);
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
