import Link from "next/link";

import type { DriftCounts } from "@/components/query/stock-answers";
import { sayMoney } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";

import { sayBoard } from "./say-stock";
import { type DriftSearch, driftHref } from "./stock-search";

type Props = { counts: DriftCounts; search: DriftSearch; isChecked: boolean };

const sumOf = (counts: DriftCounts, of: "danger" | "lost"): string =>
  counts.money.flatMap((money) => (money[of] > 0 ? [sayMoney(money[of], money.currency)] : [])).join(" + ");

/** "12,400 pairs known · 3 differ · £96.00 at risk · 11 in flight"; each number opens its list. */
export function BoardScope({ counts, search, isChecked }: Props) {
  const [differ = "", inFlight = "", held] = sayBoard(counts);
  const [danger, lost] = [sumOf(counts, "danger"), sumOf(counts, "lost")];
  const links = [
    { show: "known", text: `${sayCount(counts.known, "pair")} known`, look: "" },
    { show: "differs", text: differ, look: "" },
    ...(danger ? [{ show: "danger", text: `${danger} at risk`, look: "text-bad" } as const] : []),
    ...(lost ? [{ show: "lost", text: `${lost} hidden`, look: "text-warn" } as const] : []),
    { show: "in-flight", text: inFlight, look: "" },
    ...(held ? [{ show: "held", text: held, look: "max-lg:hidden" } as const] : []),
  ] as const;
  return (
    <p className="min-w-0 truncate text-muted-foreground text-xs tabular-nums">
      {links.map(({ show, text, look }, at) => (
        <span key={show} className={look === "max-lg:hidden" ? look : ""}>
          {at > 0 && " · "}
          <Link
            href={driftHref({ ...search, show })}
            className={`rounded-sm underline-offset-3 hover:text-link hover:underline ${look.startsWith("text") ? look : "text-foreground"}`}
          >
            {text}
          </Link>
        </span>
      ))}
      {!isChecked && <span className="max-lg:hidden"> · never checked in full</span>}
    </p>
  );
}
