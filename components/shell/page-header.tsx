import { ChevronRight } from "lucide-react";
import Link from "next/link";

import { MenuButton, NoticeButton, SearchButton } from "./header-buttons";

type Props = {
  title: string;
  /** The way back: where this page was reached from. */
  trail?: readonly { href: string; label: string }[];
  /** The scope in words, or how fresh the page is. */
  children?: React.ReactNode;
  actions?: React.ReactNode;
};

/** The top bar. Every page begins with one. */
export function PageHeader({ title, trail = [], children, actions }: Props) {
  return (
    <header className="print:hidden flex h-12 shrink-0 items-center gap-3 border-b bg-background px-4">
      <MenuButton />
      <div className="flex min-w-0 flex-1 items-center gap-3">
        <div className="flex min-w-0 items-center gap-1 sm:shrink-0">
          {trail.map(({ href, label }) => (
            <span key={href} className="flex shrink-0 items-center gap-1 text-muted-foreground">
              <Link href={href} className="rounded-sm hover:text-foreground">
                {label}
              </Link>
              <ChevronRight className="size-3.5 text-faint" aria-hidden />
            </span>
          ))}
          <h1 className="truncate font-semibold text-base sm:max-w-[34vw]">{title}</h1>
        </div>
        {children && <div className="hidden min-w-0 shrink-99 items-center border-l pl-3 sm:flex">{children}</div>}
      </div>
      <div className="flex shrink-0 items-center gap-1.5">
        {actions}
        <SearchButton />
        <NoticeButton />
      </div>
    </header>
  );
}
