import { z } from "zod";

import type { Setting, State } from "./state";

export const Quota = z.object({
  /** "real": the platform's own limit; "custom": limit per windowSeconds. */
  mode: z.enum(["none", "real", "custom"]),
  limit: z.int().min(1).default(600),
  windowSeconds: z.number().positive().default(60),
});
export type Quota = z.infer<typeof Quota>;

export const openQuota = (state: State): Setting<Quota> => state.setting("quota", Quota, { mode: "none", limit: 600, windowSeconds: 60 });
