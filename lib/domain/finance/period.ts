import { addDays, differenceInCalendarDays, formatISO, parseISO } from "date-fns";

export const mostDays = 31;
const usualDays = 7;

/** First and last day, both included, as the shop's calendar has them. */
export type Period = { from: string; to: string };

const shifted = (day: string, by: number): string => formatISO(addDays(parseISO(day), by), { representation: "date" });

/** So many days up to and with this one. */
export const endingOn = (to: string, days: number): Period => ({ from: shifted(to, 1 - days), to });

export const countDays = ({ from, to }: Period): number => differenceInCalendarDays(parseISO(to), parseISO(from)) + 1;

/** What was asked for, cut so that it is one. Of a period that is too long its end stays. */
export function periodOf(asked: { from: string; to: string }, today: string): Period {
  if (asked.from === "" && asked.to === "") return endingOn(today, usualDays);
  const to = asked.to === "" || asked.to > today ? today : asked.to;
  if (asked.from === "") return endingOn(to, usualDays);
  if (asked.from > to) return { from: to, to };
  const period = { from: asked.from, to };
  return countDays(period) > mostDays ? endingOn(to, mostDays) : period;
}
