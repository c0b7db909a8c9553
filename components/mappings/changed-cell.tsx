import { RelativeTime } from "@/components/ui/relative-time";

type Props = { changedAt: Date | null; changedBy: string | null };

export function ChangedCell({ changedAt, changedBy }: Props) {
  if (!changedAt) return null;
  return (
    <span className="block text-xs leading-4.5">
      <RelativeTime at={changedAt} className="block text-muted-foreground" />
      <span className="block truncate text-faint">{changedBy ?? "Parity"}</span>
    </span>
  );
}
