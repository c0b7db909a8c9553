import Link from "next/link";

import { cn } from "./cn";
import { sayCount } from "./say-count";

type Props = {
  count: number;
  href: string /** What is counted, for who cannot see the heading: "orders held". */;
  label: string;
  children?: React.ReactNode;
  className?: string;
};

/** A number that opens exactly the list it counts. */
export function NumberLink({ count, href, label, children, className }: Props) {
  return (
    <Link
      href={href}
      aria-label={`${sayCount(count)} ${label}`}
      className={cn(
        "rounded-sm tabular-nums decoration-border-strong underline-offset-3 hover:text-link hover:underline",
        count === 0 && "text-faint",
        className,
      )}
    >
      {children ?? sayCount(count)}
    </Link>
  );
}
