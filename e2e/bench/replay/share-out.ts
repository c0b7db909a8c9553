import { type Minor, minor } from "@/lib/domain/money";

/**
 * Splits an amount by weights as a shop does: the running total is rounded, so the parts add up exactly, none is negative,
 * and none is greater than its weight while the amount is not greater than all weights together.
 */
export function shareOut(amount: Minor, weights: readonly Minor[]): Minor[] {
  const whole = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => minor(0));
  let weighed = 0n;
  let given = 0n;
  return weights.map((weight) => {
    weighed += BigInt(weight);
    const upToHere = (2n * BigInt(amount) * weighed + whole) / (2n * whole);
    const part = upToHere - given;
    given = upToHere;
    return minor(Number(part));
  });
}
