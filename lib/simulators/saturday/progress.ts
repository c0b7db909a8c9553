import { z } from "zod";

export const Progress = z.object({
  isOpen: z.boolean(),
  /** 10 makes ten times as many come. */
  speed: z.number().positive().max(50),
  /** Unix milliseconds; the rush counts from here. */
  openedAt: z.number().nullable(),
  /** How many customers came, also those who left without buying. */
  tillCustomers: z.int(),
  webCustomers: z.int(),
  sold: z.int(),
  ordered: z.int(),
  cancelled: z.int(),
  paidLater: z.int(),
  markedReady: z.int(),
  handedOver: z.int(),
  failed: z.int(),
  lastFailure: z.string(),
});
export type Progress = z.infer<typeof Progress>;

export const beforeOpening: Progress = {
  isOpen: false,
  speed: 1,
  openedAt: null,
  tillCustomers: 0,
  webCustomers: 0,
  sold: 0,
  ordered: 0,
  cancelled: 0,
  paidLater: 0,
  markedReady: 0,
  handedOver: 0,
  failed: 0,
  lastFailure: "",
};

/** What a customer of the web shop does later; `at` in Unix milliseconds. */
export const FollowUp = z.object({ at: z.number(), act: z.enum(["pay", "cancel"]), order: z.string() });
export type FollowUp = z.infer<typeof FollowUp>;
