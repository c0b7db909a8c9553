/** Of a quota, this much is divided evenly, so that who asks for little is never left without. */
const even = 0.2;

export type Asker = { asked: number /** What it may spend now; 0 once its time is over. */; part: number };

/** What each of several askers should have, by how much each asked for; all of it adds up to 1. */
export function fairPart(asked: number, others: readonly number[]): number {
  const whole = others.reduce((total, each) => total + each, asked);
  if (others.length === 0 || whole === 0) return 1 / (others.length + 1);
  return even / (others.length + 1) + ((1 - even) * asked) / whole;
}

/** What may be spent from now on: the fair part, as far as nobody still holds it. */
export function grantPart(asked: number, others: readonly Asker[]): number {
  const free = others.reduce((left, { part }) => left - part, 1);
  const fair = fairPart(
    asked,
    others.map((other) => other.asked),
  );
  return Math.max(0, Math.min(fair, free));
}
