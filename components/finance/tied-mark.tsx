import { CheckCheck } from "lucide-react";

export const TiedMark = () => (
  <span className="inline-flex items-center gap-1 whitespace-nowrap align-middle text-good text-xs">
    <CheckCheck className="size-3.5" aria-hidden />
    <span>
      Tied<span className="sr-only"> to the penny</span>
    </span>
  </span>
);
