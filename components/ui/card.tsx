import { cn } from "./cn";

export function Card({ className, ...props }: React.ComponentProps<"section">) {
  return <section className={cn("rounded-lg border bg-card", className)} {...props} />;
}

type HeaderProps = { title: React.ReactNode; hint?: React.ReactNode; actions?: React.ReactNode; className?: string };

export function CardHeader({ title, hint, actions, className }: HeaderProps) {
  return (
    <header className={cn("flex min-h-11 items-center justify-between gap-3 border-b px-4 py-2", className)}>
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <h2 className="font-semibold text-sm">{title}</h2>
        {hint && <span className="text-faint text-xs">{hint}</span>}
      </div>
      {actions && <div className="flex items-center gap-1.5">{actions}</div>}
    </header>
  );
}

export const CardBody = ({ className, ...props }: React.ComponentProps<"div">) => <div className={cn("p-4", className)} {...props} />;
