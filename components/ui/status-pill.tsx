import { Badge } from "./badge";
import { cn } from "./cn";
import { type StatusKind, statusOf } from "./statuses";

type Props = {
  of: StatusKind;
  value: string /** Without the pill: an icon and the word, for dense rows. */;
  isPlain?: boolean;
  className?: string;
};

const inks = { neutral: "text-muted-foreground", good: "text-good", warn: "text-warn", bad: "text-bad", info: "text-info" } as const;

export function StatusPill({ of, value, isPlain = false, className }: Props) {
  const { label, tone, icon: Icon } = statusOf(of, value);
  if (!isPlain) {
    return (
      <Badge tone={tone} className={className}>
        <Icon aria-hidden />
        {label}
      </Badge>
    );
  }
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <Icon className={cn("size-3.5 shrink-0", inks[tone])} aria-hidden />
      {label}
    </span>
  );
}
