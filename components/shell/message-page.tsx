import type { LucideIcon } from "lucide-react";

type Props = { icon: LucideIcon; title: string; children: React.ReactNode; actions?: React.ReactNode };

/** A page that has one thing to say. */
export function MessagePage({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className="grid min-h-full flex-1 place-content-center justify-items-center gap-1.5 px-6 py-16 text-center">
      <span className="mb-2 grid size-10 place-items-center rounded-full bg-muted text-muted-foreground">
        <Icon className="size-5" aria-hidden />
      </span>
      <h1 className="font-semibold text-lg">{title}</h1>
      <div className="max-w-md text-balance text-muted-foreground">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
