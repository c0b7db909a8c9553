import { z } from "zod";

import type { RecordedCall } from "../floor/recorder";

export type Usage = { operation: string; calls: number; points: number; refused: number };

/** What was called how often and what it cost, the dearest first. */
export function usageOf(calls: readonly RecordedCall[]): Usage[] {
  const byOperation = new Map<string, Usage>();
  for (const call of calls) {
    const operation = operationOf(call);
    const seen = byOperation.get(operation) ?? { operation, calls: 0, points: 0, refused: 0 };
    byOperation.set(operation, {
      operation,
      calls: seen.calls + 1,
      points: seen.points + pointsOf(call.answer),
      refused: seen.refused + (isRefused(call) ? 1 : 0),
    });
  }
  return [...byOperation.values()].sort((a, b) => b.points - a.points || b.calls - a.calls);
}

/** "OrderFull" of Shopify's documents, "POST orders" of Sitoo's paths. */
function operationOf({ method, path, body }: RecordedCall): string {
  const named = /\b(?:query|mutation)\s+(\w+)/.exec(body)?.[1];
  if (named) return named;
  const parts = (path.split("?")[0] ?? "")
    .replace(/\.json$/, "")
    .split("/")
    .slice(4);
  return `${method} ${parts.filter((part) => !/^(\d*|sites)$/.test(part)).join("/")}`;
}

const Cost = z.object({ extensions: z.object({ cost: z.object({ actualQueryCost: z.number().nullable() }) }) });

function pointsOf(answer: string): number {
  if (!answer.startsWith("{")) return 0;
  const cost = Cost.safeParse(JSON.parse(answer));
  return cost.success ? (cost.data.extensions.cost.actualQueryCost ?? 0) : 0;
}

const isRefused = ({ status, answer }: RecordedCall) => status === 429 || answer.includes('"THROTTLED"');

export const sumOf = (usage: readonly Usage[], of: "calls" | "points" | "refused"): number =>
  usage.reduce((total, each) => total + each[of], 0);

/** "OrderFull 1.0, OrderLines 0.4": what makes up most of it, per order or whatever is counted. */
export const dearest = (usage: readonly Usage[], of: "calls" | "points", count: number): string =>
  usage
    .toSorted((a, b) => b[of] - a[of])
    .slice(0, 4)
    .filter((each) => each[of] > 0)
    .map((each) => `${each.operation} ${Math.round((each[of] / count) * 10) / 10}`)
    .join(", ");
