"use client";

import { Send } from "lucide-react";

import { sayRelease } from "@/components/exceptions/fix/say-release";
import type { Worker } from "@/components/exceptions/worker";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";
import { Tooltip } from "@/components/ui/tooltip";

type Props = {
  worker: Worker;
  edits: number;
  noun?: string;
  goes: number;
  /** Everything in it may be saved. */
  isReady: boolean;
  /** What would go is still being worked out. */
  isWorking: boolean;
  saving: "save" | "release" | null;
  onSave: () => void;
  onRelease: () => void;
  onCancel: () => void;
};

export function SaveButtons({ worker, edits, noun = "mapping", goes, isReady, isWorking, saving, onSave, onRelease, onCancel }: Props) {
  const words = sayRelease({ goes, edits, noun });
  const mayRelease = words !== null && worker.may.release;
  const isBusy = saving !== null;
  return (
    <>
      <Button variant="ghost" autoFocus className="mr-auto" disabled={isBusy} onClick={onCancel}>
        Cancel
      </Button>
      <Tooltip label="What it held is then checked, and goes by itself unless its cause asks first">
        <Button
          variant={mayRelease || isWorking ? "secondary" : "primary"}
          disabled={!isReady || !worker.may.map || saving === "release"}
          isLoading={saving === "save"}
          onClick={onSave}
        >
          {mayRelease || isWorking ? "Save only" : `Save ${sayCount(edits, noun)}`}
        </Button>
      </Tooltip>
      {(mayRelease || isWorking) && (
        <Button
          variant="primary"
          disabled={!mayRelease || !isReady || saving === "save"}
          isLoading={saving === "release"}
          onClick={onRelease}
        >
          <Send /> {words ?? "Save and release"}
        </Button>
      )}
    </>
  );
}
