"use client";

import { ArrowUp } from "lucide-react";

import { Button } from "../button";
import { sayCount } from "../say-count";

/** What came in meanwhile waits here, so that rows never move under the cursor. */
export function NewArrivals({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 top-1 z-20 flex justify-center">
      <Button variant="primary" size="sm" className="pointer-events-auto h-6 rounded-full px-3" onClick={onShow}>
        <ArrowUp /> {sayCount(count)} new
      </Button>
    </div>
  );
}
