import { Mark } from "@/components/shell/mark";

type Props = { title: string; hint: React.ReactNode; children: React.ReactNode };

export function DoorFrame({ title, hint, children }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center bg-sidebar px-4 py-10">
      <div className="w-full max-w-96">
        <div className="mb-6 flex items-center justify-center gap-2.5">
          <Mark className="size-7" />
          <span className="font-semibold text-xl tracking-tight">Parity</span>
        </div>
        <div className="rounded-xl border bg-card p-6 shadow-xs">
          <h1 className="font-semibold text-lg">{title}</h1>
          <p className="mb-5 text-muted-foreground">{hint}</p>
          {children}
        </div>
      </div>
    </main>
  );
}
