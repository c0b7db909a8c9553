"use client";

import { Ban, Pause, Play } from "lucide-react";
import { useState } from "react";

import { useCauseCommands } from "@/components/query/use-cause-commands";
import type { Plan } from "@/components/query/use-plan";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Progress } from "@/components/ui/progress";
import { sayCount } from "@/components/ui/say-count";
import { StatusPill } from "@/components/ui/status-pill";

import { addSample, type Sample, sayPace } from "../say-pace";
import type { Worker } from "../worker";
import { OutcomeTabs } from "./outcome-tabs";

type Props = { plan: Plan; worker: Worker; refreshFailed: boolean };

/** A release under way: how far, how fast, how long still; pause and stop take hold at once. */
export function ReleaseProgress({ plan, worker, refreshFailed }: Props) {
  const { total, ended, differs, goes, released } = plan.progress;
  const { steer } = useCauseCommands();
  const [isAsking, setAsking] = useState(false);
  const samples = useSamples(plan);
  const left = total - ended;
  const isPaused = plan.state === "paused";
  return (
    <div className="overflow-hidden rounded-lg border">
      <div className="grid gap-3 bg-background px-3 py-3">
        <Progress done={ended} failed={differs} total={total} label={isPaused ? "Paused" : `Releasing, started by ${plan.byName}`} />
        <p role="status" className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
          <span>
            {sayCount(released)} of {sayCount(goes, "order")} confirmed at the till
          </span>
          {differs > 0 && (
            <span className="font-medium text-bad">
              {sayCount(differs)} {differs === 1 ? "differs" : "differ"}
            </span>
          )}
          <span className="ml-auto">
            {refreshFailed ? "cannot be followed just now" : isPaused ? `${sayCount(left)} wait` : sayPace(samples, left)}
          </span>
        </p>
        {steer.isError && (
          <p role="alert" className="text-bad text-xs">
            {steer.error.message}
          </p>
        )}
        <div className="flex items-center gap-2">
          {isPaused ? (
            <Button
              size="sm"
              variant="primary"
              disabled={!worker.may.release}
              isLoading={steer.isPending}
              onClick={() => steer.mutate({ planId: plan.id, do: "resume" })}
            >
              <Play /> Resume
            </Button>
          ) : (
            <Button
              size="sm"
              disabled={!worker.may.release}
              isLoading={steer.isPending}
              onClick={() => steer.mutate({ planId: plan.id, do: "pause" })}
            >
              <Pause /> Pause
            </Button>
          )}
          <Button size="sm" variant="danger" disabled={!worker.may.release} onClick={() => setAsking(true)}>
            <Ban /> Stop
          </Button>
          {isPaused && <StatusPill of="plan" value="paused" className="ml-auto" />}
        </div>
        {!worker.may.release && (
          <p className="text-muted-foreground text-xs">
            Your role can watch a release; Operations, Ecommerce and Admin can pause or stop it.
          </p>
        )}
      </div>
      <OutcomeTabs plan={plan} isLive={!isPaused} />
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Stop this release?"
        confirm={`Stop, and leave ${sayCount(left)} held`}
        isDangerous
        onConfirm={() => {
          setAsking(false);
          steer.mutate({ planId: plan.id, do: "abort" });
        }}
      >
        {sayCount(ended)} of {sayCount(total, "order")} are through and stay so. Those on their way still arrive; the rest stays held and
        can be released later. A saved mapping stays saved.
      </ConfirmDialog>
    </div>
  );
}

function useSamples(plan: Plan): readonly Sample[] {
  const [kept, keep] = useState<{ plan: Plan | null; samples: readonly Sample[] }>({ plan: null, samples: [] });
  if (kept.plan === plan) return kept.samples;
  const samples = plan.state === "paused" ? [] : addSample(kept.samples, { at: Date.now(), done: plan.progress.ended });
  keep({ plan, samples });
  return samples;
}
