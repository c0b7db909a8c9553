import { clockIn, minutesOf, nextAt } from "../clock-in";
import type { Severity } from "../exceptions/kind";
import type { NoticeSetting } from "./setting";

/** `mailAt` null: not by mail. */
export type NoticePlan = { showAt: Date; mailAt: Date | null };

/**
 * When somebody is told, in the office and by mail; null = not at all.
 * What another person says to them by name (`isPersonal`) is in the office at once whatever they chose, and only the mail keeps to it.
 */
export function planNotice(of: { severity: Severity; isPersonal: boolean; now: Date }, setting: NoticeSetting): NoticePlan | null {
  const { now, isPersonal } = of;
  const way = setting[of.severity];
  if (way === "nothing") return isPersonal ? { showAt: now, mailAt: null } : null;
  const due = way === "digest" ? nextAt(setting.digestAt, setting.zone, now) : afterQuiet(now, setting);
  return { showAt: isPersonal ? now : due, mailAt: setting.byMail ? due : null };
}

/** Now, or the end of the quiet hours that it is in. */
function afterQuiet(now: Date, { quietFrom, quietTo, zone }: NoticeSetting): Date {
  if (quietFrom === "" || quietTo === "") return now;
  const [from, to, at] = [minutesOf(quietFrom), minutesOf(quietTo), clockIn(zone, now).minutes];
  const isQuiet = from < to ? at >= from && at < to : at >= from || at < to;
  return isQuiet ? nextAt(quietTo, zone, now) : now;
}
