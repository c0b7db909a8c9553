import type { DriftCounts, LastCompare } from "@/components/query/stock-answers";
import { sayCount } from "@/components/ui/say-count";
import { sayClock } from "@/components/ui/say-time";

import type { DriftShow } from "./stock-search";

export const showWords: Record<DriftShow, string> = {
  all: "To look at",
  differs: "Differs",
  danger: "Web too high",
  lost: "Web too low",
  "in-flight": "In flight",
  held: "Held",
  wanted: "Sold out, wanted",
  edited: "Edited by hand",
  known: "Every pair",
};

export const showHints: Record<DriftShow, string> = {
  all: "Differs, is held or is being looked at",
  differs: "The web shows another figure than may be sold",
  danger: "The web offers more than may be sold: orders in danger",
  lost: "The web hides units that could be sold: lost sales",
  "in-flight": "Being looked at right now",
  held: "Waits for a cause to be fixed",
  wanted: "None left where it sold in the last four weeks, while another store has some",
  edited: "Changed in the shop by hand or by another app in the last seven days",
  known: "Every product at every location that Parity keeps",
};

/** Above zero the web offers more than may be sold. */
export function sayDrift(drift: number): string {
  if (drift === 0) return "Equal";
  return drift > 0 ? `${sayCount(drift)} too many` : `${sayCount(-drift)} too few`;
}

export const signed = (change: number): string => (change > 0 ? `+${sayUnits(change)}` : change < 0 ? `−${sayUnits(-change)}` : "0");

/** Units at the till may have decimals: 2.5 m of cloth. */
export const sayUnits = (units: number): string => units.toLocaleString("en-GB", { maximumFractionDigits: 3 });

/** "3 differ, 11 in flight" after the number of pairs. */
export const sayBoard = ({ differs, "in-flight": inFlight, held }: DriftCounts): string[] => [
  `${sayCount(differs)} ${differs === 1 ? "differs" : "differ"}`,
  `${sayCount(inFlight)} in flight`,
  ...(held > 0 ? [`${sayCount(held)} held`] : []),
];

const minuteOf = (at: Date, zone: string) => sayClock(at, zone).slice(0, 5);
const spanOf = ({ startedAt, endedAt, zone }: LastCompare): string => {
  const from = minuteOf(startedAt, zone);
  const to = endedAt ? minuteOf(endedAt, zone) : from;
  return from === to ? from : `${from}–${to}`;
};

/** "1,428 pairs compared 04:00–04:02, 0 differ." */
export function sayCompared(compare: LastCompare): string {
  const counted = `${sayCount(compare.compared, "pair")} compared ${spanOf(compare)}, ${sayCount(compare.differ)} ${compare.differ === 1 ? "differs" : "differ"}`;
  if (compare.differ === 0) return `${counted}.`;
  return `${counted}, ${compare.fixed === compare.differ ? "all put right since" : `${sayCount(compare.fixed)} put right since`}.`;
}

export const sayInFlight = (count: number): string => `${sayCount(count)} ${count === 1 ? "is" : "are"} in flight.`;

/** What the last full check found; one that runs or failed never sounds like one that found nothing. */
export function sayCheck(compare: LastCompare): string {
  if (compare.endedAt === null) return "Every pair is being compared with the till now…";
  if (compare.state === "failed") return `The full check did not finish. ${compare.message}`;
  return [sayCompared(compare), compare.inFlight > 0 && sayInFlight(compare.inFlight).replace(" is ", " was ").replace(" are ", " were ")]
    .filter(Boolean)
    .join(" ");
}
