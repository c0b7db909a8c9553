import { z } from "zod";

export const CauseState = z.enum(["open", "working", "snoozed", "resolved", "ignored"]);
export type CauseState = z.infer<typeof CauseState>;

/** Which moves a person may make. */
const moves: Record<CauseState, readonly CauseState[]> = {
  open: ["working", "snoozed", "resolved", "ignored"],
  working: ["open", "snoozed", "resolved", "ignored"],
  snoozed: ["open", "working", "resolved", "ignored"],
  ignored: ["open", "working", "resolved"],
  // It opens by itself when it comes back; what was settled on trust is looked at again from its order.
  resolved: [],
};

export const mayMove = (from: CauseState, to: CauseState): boolean => from === to || moves[from].includes(to);

/** One shape for the page's address, the API, the bulk actions and the React Query key. */
export const CauseFilter = z.object({
  state: z.enum(["active", "open", "working", "snoozed", "ignored", "resolved"]).catch("active"),
  owner: z.string().max(60).catch(""),
  family: z.enum(["", "mapping", "money", "orders", "stock", "connection"]).catch(""),
  kind: z.string().max(60).catch(""),
  shop: z.union([z.uuid(), z.literal("")]).catch(""),
  q: z.string().max(100).catch(""),
});
export type CauseFilter = z.infer<typeof CauseFilter>;

/** Rows of the inbox that are read at a time: more than a screen holds, few enough to be there at once. */
export const causesAtOnce = 50;
