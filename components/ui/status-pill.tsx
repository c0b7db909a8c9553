import { Badge } from "./badge";
import { cn } from "./cn";
import { type StatusKind, statusOf } from "./statuses";

type Props = {
  of: StatusKind;
  value: string;
  /** `plain`: icon and word without the pill, for dense rows. `icon`: the word is there for screen readers and on hover. */
  as?: "pill" | "plain" | "icon";
  className?: string;
};

const inks = { neutral: "text-muted-foreground", good: "text-good", warn: "text-warn", bad: "text-bad", info: "text-info" } as const;

/** A state as icon and word: the colour only repeats what they say. */
export function StatusPill({ of, value, as = "pill", className }: Props) {
  const { label, tone, icon: Icon } = statusOf(of, value);
  if (as === "pill") {
    return (
      <Badge tone={tone} className={className}>
        <Icon aria-hidden />
        {label}
      </Badge>
    );
  }
  return (
    <span
      className={cn("inline-flex items-center gap-1.5 whitespace-nowrap align-middle", className)}
      {...(as === "icon" && { title: label })}
    >
      <Icon className={cn("size-3.5 shrink-0", inks[tone])} aria-hidden />
      <span className={cn(as === "icon" && "sr-only")}>{label}</span>
    </span>
  );
}
