type Props = { title: string; hint?: React.ReactNode; children?: React.ReactNode };

export function SectionTitle({ title, hint, children }: Props) {
  return (
    <div className="mb-2 flex min-h-7 items-center gap-2">
      <h3 className="font-semibold text-sm">{title}</h3>
      {hint && <span className="truncate text-faint text-xs">{hint}</span>}
      {children && <div className="ml-auto flex shrink-0 items-center gap-1.5">{children}</div>}
    </div>
  );
}
