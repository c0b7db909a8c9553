import { ArrowDownToLine, CheckCheck, CircleAlert, type LucideIcon, Moon, TriangleAlert } from "lucide-react";

import type { StoreTile } from "@/components/query/home-answers";
import type { Tone } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";

import { StoreFacts } from "./store-facts";

const looks: Record<StoreTile["state"], { word: string; tone: Tone; icon: LucideIcon }> = {
  silent: { word: "Silent", tone: "bad", icon: CircleAlert },
  late: { word: "Promise broken", tone: "bad", icon: TriangleAlert },
  differs: { word: "Stock differs", tone: "warn", icon: ArrowDownToLine },
  closed: { word: "Closed", tone: "neutral", icon: Moon },
  fine: { word: "Fine", tone: "good", icon: CheckCheck },
};
const inks = { neutral: "text-muted-foreground", good: "text-good", warn: "text-warn", bad: "text-bad", info: "text-info" };
const edges = {
  neutral: "border-l-border-strong",
  good: "border-l-good",
  warn: "border-l-warn",
  bad: "border-l-bad",
  info: "border-l-info",
};

/** One tile per store: whether it sells, what is due there, and whether the web shows what it has. */
export function StoreStrip({ stores }: { stores: readonly StoreTile[] }) {
  if (stores.length === 0) return null;
  const troubled = stores.filter(({ state }) => state !== "fine" && state !== "closed").length;
  return (
    <section aria-label="Stores">
      <h2 className="mb-2 flex items-baseline gap-2 font-semibold text-sm">
        Stores
        <span className="font-normal text-faint text-xs">
          {troubled === 0 ? `all ${sayCount(stores.length)} fine` : `${sayCount(troubled)} of ${sayCount(stores.length)} to look at`}
        </span>
      </h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11.75rem,1fr))] gap-2.5">
        {stores.map((store) => {
          const { word, tone, icon: Icon } = looks[store.state];
          return (
            <li
              key={`${store.posId}-${store.storeId}`}
              aria-label={store.name}
              className={cn("break-inside-avoid rounded-lg border border-l-3 bg-card px-3.5 py-2.5", edges[tone])}
            >
              <span className="block truncate font-medium">{store.name}</span>
              <span className={cn("flex items-center gap-1 text-xs", inks[tone])}>
                <Icon className="size-3.5" aria-hidden />
                {word}
              </span>
              <StoreFacts store={store} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
