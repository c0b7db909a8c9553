import { sayWallTime } from "../wall-time";
import type { Effect, Promotion, Scope } from "./promotion";

/** "20 % off", "at 9.99 GBP", "5 % more". */
export function sayEffect(effect: Effect, currency: string): string {
  if (effect.by === "price") return `at ${effect.price} ${currency}`;
  return effect.percent.startsWith("-") ? `${effect.percent.slice(1)} % more` : `${effect.percent} % off`;
}

/** "all products", "codes that begin with MUG", "MUG-1 and 4 more". */
export function sayScope(scope: Scope): string {
  if (scope.of === "all") return "all products";
  if (scope.of === "prefix") return `codes that begin with ${scope.prefix}`;
  const [first = "", ...more] = scope.skus;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}

/** One line for histories: what it does, on what, and when. */
export function sayPromotion(
  { effect, scope, startsAt, endsAt, code, minUnits }: Promotion,
  { zone, currency }: { zone: string; currency: string },
): string {
  const extra = [minUnits > 1 ? `from ${minUnits} units` : "", code === "" ? "" : `with code ${code}`].filter(Boolean);
  return [
    `${sayEffect(effect, currency)} ${sayScope(scope)}`,
    ...extra,
    `${sayWallTime(startsAt, zone)} to ${sayWallTime(endsAt, zone)}`,
  ].join(", ");
}
