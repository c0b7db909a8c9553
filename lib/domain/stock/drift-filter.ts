import { z } from "zod";

/** One shape for the page's address, the API and the React Query key. */
export const DriftFilter = z.object({
  shop: z.union([z.uuid(), z.literal("")]).catch(""),
  location: z.string().max(100).catch(""),
  /** all: differs, held or marked · danger: the web offers more than may be sold · lost: it hides some · in-flight: being looked at · held: by an exception · wanted: none left where it sells, some elsewhere · edited: changed in the shop by hand · known: every pair */
  show: z.enum(["all", "differs", "danger", "lost", "in-flight", "held", "wanted", "edited", "known"]).catch("all"),
  q: z.string().max(100).catch(""),
});
export type DriftFilter = z.infer<typeof DriftFilter>;
