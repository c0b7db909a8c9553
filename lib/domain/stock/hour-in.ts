import { partsIn } from "../zone-clock";

/** The hour on the clock of a zone: 0 to 23. */
export const hourIn = (zone: string, at: Date): number => Number(partsIn(zone, at).hour);
