import { z } from "zod";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time such as 08:00.");
export const Way = z.enum(["at-once", "digest", "nothing"]);
export type Way = z.infer<typeof Way>;

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

/** How somebody wants to be told. Times are on the person's own clock. */
export const NoticeSetting = z
  .object({
    high: Way,
    medium: Way,
    low: Way,
    /** Both empty = no quiet hours. */
    quietFrom: z.union([Clock, z.literal("")]),
    quietTo: z.union([Clock, z.literal("")]),
    digestAt: Clock,
    zone: z.string().max(60).refine(isZone, "There is no such time zone."),
    byMail: z.boolean(),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === "") === (quietTo === ""), {
    path: ["quietTo"],
    message: "Give both times, or neither.",
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === "" || quietFrom !== quietTo, {
    path: ["quietTo"],
    message: "Quiet hours must end at another time than they begin.",
  });
export type NoticeSetting = z.infer<typeof NoticeSetting>;

export const defaultSetting = (zone: string): NoticeSetting => ({
  high: "at-once",
  medium: "at-once",
  low: "digest",
  quietFrom: "",
  quietTo: "",
  digestAt: "08:00",
  zone,
  byMail: true,
});
