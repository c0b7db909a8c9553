import { type OpeningHours, openedAt } from "./opening";

export type Watched = {
  /** The last sale or return that the till sent; null = none is known. */
  lastSaleAt: Date | null;
  /** Since when nothing could have escaped us; null = always. */
  watchedSince: Date | null;
  now: Date;
};
export type SilenceRule = OpeningHours & {
  zone: string;
  /** 0 = never. */
  silentAfterMinutes: number;
};

/** `cannot-tell`: closed, not watched long enough, or it never sold: what is known of it stays as it is. */
export type Silence = { verdict: "selling" | "cannot-tell" } | { verdict: "silent"; since: Date; minutes: number };

/** Whether a store has sent no sale for too long while it was open. The time before it opened today does not count. */
export function judgeSilence({ lastSaleAt, watchedSince, now }: Watched, rule: SilenceRule): Silence {
  if (rule.silentAfterMinutes === 0) return { verdict: "selling" };
  if (!lastSaleAt) return { verdict: "cannot-tell" };
  const minutesSince = (at: Date) => (now.getTime() - at.getTime()) / 60_000;
  if (minutesSince(lastSaleAt) < rule.silentAfterMinutes) return { verdict: "selling" };
  const opened = openedAt(rule, rule.zone, now);
  if (!opened) return { verdict: "cannot-tell" };
  const since = new Date(Math.max(lastSaleAt.getTime(), opened.getTime(), watchedSince?.getTime() ?? 0));
  if (minutesSince(since) < rule.silentAfterMinutes) return { verdict: "cannot-tell" };
  return { verdict: "silent", since, minutes: Math.floor(minutesSince(since)) };
}
