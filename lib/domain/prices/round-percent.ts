import Decimal from "decimal.js";

/**
 * How far `paid` is below `due`, as people would say it. Shops round prices, so 20 % off 0.42 makes 0.34: where a multiple of five meets
 * the price within a minor unit a piece, it is that; else whole per cent, and tenths below one.
 */
export function roundPercent(due: Decimal, paid: Decimal, quantity: number): string {
  const exact = due.sub(paid).div(due).mul(100);
  const five = exact.div(5).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(5);
  const meant = due.mul(new Decimal(100).sub(five)).div(100);
  if (!five.isZero() && meant.sub(paid).abs().lte(quantity)) return five.toString();
  const whole = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  return whole.isZero() ? exact.toDecimalPlaces(1, Decimal.ROUND_HALF_UP).add(0).toString() : whole.toString();
}

/** "20 % below", "3 % above". */
export function sayPercent(percent: string): string {
  if (Number(percent) === 0) return "a little off";
  return percent.startsWith("-") ? `${percent.slice(1)} % above` : `${percent} % below`;
}
