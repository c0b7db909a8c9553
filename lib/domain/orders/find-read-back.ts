import { z } from "zod";

import type { Difference } from "./judge-order";
import type { OrderTrace } from "./order-trace";

const Differences = z.array(z.object({ field: z.string(), ours: z.string(), theirs: z.string() }));
const Detail = z.object({ readAt: z.coerce.date().optional(), differences: Differences.catch([]).default([]) });

/** The last time the POS was asked what it holds, and what differed then. Null: nobody has looked yet. */
export function findReadBack({ records }: Pick<OrderTrace, "records">): { at: Date; differences: Difference[] } | null {
  const last = records
    .filter(({ outcome }) => outcome === "confirmed" || outcome === "accepted-different")
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  const detail = last && Detail.safeParse(last.detail);
  if (!last || !detail?.success) return null;
  return { at: detail.data.readAt ?? last.at, differences: detail.data.differences };
}
