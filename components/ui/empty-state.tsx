import { CheckCheck, type LucideIcon } from "lucide-react";

import { cn } from "./cn";
import { RelativeTime } from "./relative-time";

type Props = {
  icon?: LucideIcon;
  title: string;
  /** Why it is empty, and what would appear here. */
  children?: React.ReactNode;
  checkedAt?: Date | string | null;
  action?: React.ReactNode;
  className?: string;
};

export function EmptyState({ icon: Icon = CheckCheck, title, children, checkedAt, action, className }: Props) {
  return (
    <div className={cn("grid h-full min-h-56 place-content-center justify-items-center gap-1 px-6 py-12 text-center", className)}>
      <span className="mb-2 grid size-9 place-items-center rounded-full bg-muted text-muted-foreground">
        <Icon className="size-4" aria-hidden />
      </span>
      <h2 className="font-semibold text-base">{title}</h2>
      {children && <div className="max-w-md text-balance text-muted-foreground">{children}</div>}
      {checkedAt && (
        <p className="text-faint text-xs">
          Last checked <RelativeTime at={checkedAt} isPast />
        </p>
      )}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
