import { ArrowRight } from "lucide-react";

import { SkuCode } from "./sku-code";

type Props = { theirs: React.ReactNode; before: string | null; after: string | null };

/** One mapping before and after. */
export function ChangeLine({ theirs, before, after }: Props) {
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs">
      <span className="min-w-0 truncate font-medium text-foreground">
        {typeof theirs === "string" ? <SkuCode code={theirs} /> : theirs}
      </span>
      <span className="flex min-w-0 items-baseline gap-1.5 text-muted-foreground">
        <Side code={before} />
        <ArrowRight className="size-3 shrink-0 self-center text-faint" aria-label="becomes" />
        <Side code={after} />
      </span>
    </span>
  );
}

const Side = ({ code }: { code: string | null }) => (code === null ? <span>no mapping</span> : <SkuCode code={code} />);
