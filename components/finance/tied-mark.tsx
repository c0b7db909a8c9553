import { CheckCheck } from "lucide-react";

export const TiedMark = () => (
  <span className="inline-flex items-center gap-1 whitespace-nowrap text-good text-xs">
    <CheckCheck className="size-3.5" aria-hidden />
    Tied to the penny
  </span>
);
