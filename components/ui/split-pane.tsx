"use client";

import { ArrowLeft } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "./button";
import { cn } from "./cn";

type Props = {
  list: React.ReactNode /** Null = nothing chosen: the list has the room. */;
  detail: React.ReactNode | null;
  label: string;
  onClose: () => void;
  share?: number;
};

const least = 28;
const most = 72;

/** List left, what is chosen right. Below 900 px the chosen one covers the list. The divider moves by mouse and by arrow keys. */
export function SplitPane({ list, detail, label, onClose, share: first = 50 }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(first);
  const move = (next: number) => setShare(Math.min(most, Math.max(least, next)));
  const drag = (event: React.PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box && event.buttons === 1) move(((event.clientX - box.left) / box.width) * 100);
  };
  return (
    <div ref={frame} className="@container flex h-full min-h-0" style={{ "--share": `${share}%` } as React.CSSProperties}>
      <div className={cn("h-full min-w-0 flex-1", detail && "@max-[900px]:hidden @min-[900px]:flex-none @min-[900px]:basis-(--share)")}>
        {list}
      </div>
      {detail && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved */}
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label="Width of the list"
            aria-valuenow={Math.round(share)}
            aria-valuemin={least}
            aria-valuemax={most}
            tabIndex={0}
            className="relative hidden w-px cursor-col-resize bg-border transition-colors after:absolute after:inset-y-0 after:-left-1 after:w-2 hover:bg-ring focus-visible:bg-ring @min-[900px]:block"
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={(event) => {
              if (event.key === "ArrowLeft") move(share - 2);
              if (event.key === "ArrowRight") move(share + 2);
            }}
          />
          <section aria-label={label} className="flex h-full min-w-0 flex-1 flex-col bg-card">
            <div className="border-b px-2 py-1.5 @min-[900px]:hidden">
              <Button variant="ghost" size="sm" onClick={onClose}>
                <ArrowLeft /> Back to the list
              </Button>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto">{detail}</div>
          </section>
        </>
      )}
    </div>
  );
}
