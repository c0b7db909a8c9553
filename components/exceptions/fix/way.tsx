/** One way out of a cause: what it does, and the button that does it. */
export function Way({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border px-3 py-2.5">
      <p className="min-w-48 flex-1 text-muted-foreground">{text}</p>
      {children}
    </div>
  );
}
