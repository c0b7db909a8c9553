import { numberAt } from "../faults";

/** Chance that repeats: the same seed, matter and place in the row always draw the same. */
export type Draw = {
  /** 0 ≤ n < 1 */
  number(): number;
  between(least: number, most: number): number;
  one<T>(of: readonly T[]): T;
  happens(share: number): boolean;
};

export function drawFor(seed: number, matter: string, nth: number): Draw {
  const own = fnv1a(`${seed}|${matter}|${nth}`);
  let place = 0;
  const number = () => {
    place += 1;
    return numberAt(own, place);
  };
  return {
    number,
    between: (least, most) => least + Math.floor(number() * (most - least + 1)),
    one(of) {
      const chosen = of[Math.floor(number() * of.length)];
      if (chosen === undefined) throw new RangeError("nothing to draw from");
      return chosen;
    },
    happens: (share) => number() < share,
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
