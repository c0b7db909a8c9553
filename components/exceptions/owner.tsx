import { CircleDashed } from "lucide-react";

import { cn } from "@/components/ui/cn";
import { type Role, roleNames } from "@/lib/auth/permissions";

type Props = { name: string | null; role: string; className?: string };

const initialsOf = (name: string) =>
  name
    .split(" ")
    .map((word) => word[0] ?? "")
    .slice(0, 2)
    .join("");

export const sayRole = (role: string): string => roleNames[role as Role] ?? role;

/** Who has it; where nobody has, whose it would be. */
export function Owner({ name, role, className }: Props) {
  return (
    <span className={cn("flex min-w-0 items-center gap-1.5", className)} title={name ?? `Nobody yet; it is for ${sayRole(role)}`}>
      {name ? (
        <span
          aria-hidden
          className="grid size-5 shrink-0 place-items-center rounded-full bg-primary/12 font-semibold text-[0.625rem] text-link"
        >
          {initialsOf(name)}
        </span>
      ) : (
        <CircleDashed aria-hidden className="mx-0.5 size-4 shrink-0 text-faint" />
      )}
      <span className={cn("truncate", !name && "text-faint")}>
        {name ?? sayRole(role)}
        {!name && <span className="sr-only">, nobody yet</span>}
      </span>
    </span>
  );
}
