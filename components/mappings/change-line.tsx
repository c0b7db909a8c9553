import { ArrowRight } from "lucide-react";

import { SkuCode } from "./sku-code";

/** `name`: how people call it where a code alone tells nothing. */
export type Side = { code: string | null; name?: string | null; none?: string };
type Props = { what: React.ReactNode; before: Side; after: Side };

/** One mapping before and after. */
export function ChangeLine({ what, before, after }: Props) {
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs">
      <span className="min-w-0 truncate font-medium text-foreground">{typeof what === "string" ? <SkuCode code={what} /> : what}</span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5 text-muted-foreground">
        <Named side={before} />
        <ArrowRight className="size-3 shrink-0 self-center text-faint" aria-label="becomes" />
        <Named side={after} />
      </span>
    </span>
  );
}

function Named({ side: { code, name, none = "no mapping" } }: { side: Side }) {
  if (code === null) return <span>{none}</span>;
  return name ? (
    <span title={code} className="min-w-0">
      {name}
    </span>
  ) : (
    <SkuCode code={code} />
  );
}
