/** The hour on the clock of a zone: 0 to 23. */
export const hourIn = (zone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }).format(at));
