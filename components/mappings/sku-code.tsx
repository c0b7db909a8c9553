import { cn } from "@/components/ui/cn";

import { markSpace, saySpace, splitCode } from "./visible-code";

/** A code byte for byte: spaces that nobody would see are marked. */
export function SkuCode({ code, className }: { code: string; className?: string }) {
  return (
    <span className={cn("font-mono text-xs", className)}>
      {splitCode(code).map(({ text, isSpace }, at) =>
        isSpace ? (
          <span key={`${at}`} title={saySpace(text)} className="rounded-xs bg-warn-soft text-warn">
            <span aria-hidden>{markSpace(text)}</span>
            <span className="sr-only"> ({saySpace(text)}) </span>
          </span>
        ) : (
          <span key={`${at}`}>{text}</span>
        ),
      )}
    </span>
  );
}
