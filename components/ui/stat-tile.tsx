import Link from "next/link";

import type { Tone } from "./badge";
import { cn } from "./cn";

type Props = {
  label: string;
  value: React.ReactNode;
  hint?: React.ReactNode;
  href?: string;
  tone?: Tone;
  icon?: React.ReactNode;
  className?: string;
};

const inks: Record<Tone, string> = { neutral: "", good: "text-good", warn: "text-warn", bad: "text-bad", info: "text-info" };

export function StatTile({ label, value, hint, href, tone = "neutral", icon, className }: Props) {
  const look = cn(
    "block min-w-0 rounded-lg border bg-card px-3.5 py-2.5",
    href && "transition-colors hover:border-border-strong hover:bg-hover",
    className,
  );
  const content = (
    <>
      <span className="flex items-center gap-1.5 text-muted-foreground text-xs [&_svg]:size-3.5">
        {icon}
        {label}
      </span>
      <span className={cn("mt-0.5 block truncate font-semibold text-xl tabular-nums tracking-tight", inks[tone])}>{value}</span>
      {hint && <span className="block truncate text-faint text-xs">{hint}</span>}
    </>
  );
  return href ? (
    <Link href={href} className={look}>
      {content}
    </Link>
  ) : (
    <div className={look}>{content}</div>
  );
}
