import type { Since } from "@/lib/domain/records/record-filter";

/** The flows in the words of who runs a shop. */
export const flowNames: Readonly<Record<string, string>> = {
  "carry-orders": "Orders to the till",
  "pull-orders": "Ask shops for changed orders",
  "pull-catalogue": "Read catalogues",
  "release-orders": "Release held orders",
  "probe-causes": "Ask whether causes are gone",
  "audit-connections": "Check the shops' set-up",
  "drain-stock": "Stock to the shop",
  "pull-movements": "Read stock movements",
  "compare-stock": "Compare all stock",
};
export const sayFlow = (flow: string): string => flowNames[flow] ?? flow;

export const outcomeWords: Readonly<Record<string, string>> = {
  confirmed: "confirmed",
  held: "held",
  "accepted-different": "accepted but different",
  "not-yet-visible": "not yet visible",
  skipped: "skipped",
  failed: "failed",
};
export const sinceWords: Record<Since, string> = {
  "": "",
  "1h": "last hour",
  today: "today",
  "24h": "last 24 hours",
  "7d": "last 7 days",
};
