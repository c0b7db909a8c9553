"use client";

import { ArrowUp, RotateCw } from "lucide-react";

import { Button } from "../button";
import { sayCount } from "../say-count";

type Props = { count: number; onShow: () => void /** Rows still in sight that do not belong to the list any more. */; gone?: number };

/** What came in or left meanwhile waits here, so that rows never move under the cursor. */
export function NewArrivals({ count, onShow, gone = 0 }: Props) {
  if (count === 0 && gone === 0) return null;
  const parts = [count > 0 && `${sayCount(count)} new`, gone > 0 && `${sayCount(gone)} gone`].filter(Boolean);
  return (
    <div className="pointer-events-none absolute inset-x-0 top-1 z-20 flex justify-center">
      <Button variant="primary" size="sm" className="pointer-events-auto h-6 rounded-full px-3" onClick={onShow}>
        {count > 0 ? <ArrowUp /> : <RotateCw />} {parts.join(", ")}
      </Button>
    </div>
  );
}
