"use client";

import { Rows2, Rows3 } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

type Props = { isDense: boolean; onChange: (isDense: boolean) => void };

export function DensityButton({ isDense, onChange }: Props) {
  return (
    <Tooltip label={isDense ? "Two lines a cause" : "One line a cause"} side="bottom">
      <Button variant="ghost" size="icon-sm" aria-label="One line a cause" aria-pressed={isDense} onClick={() => onChange(!isDense)}>
        {isDense ? <Rows2 /> : <Rows3 />}
      </Button>
    </Tooltip>
  );
}
