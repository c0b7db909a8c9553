export const rushSeconds = 20 * 60;

export type Pace = { till: number; web: number };

/** Till sales and web orders a second: a busy Saturday for so long after the doors open, then a quiet afternoon. */
export function paceAt(secondsOpen: number): Pace {
  return secondsOpen < rushSeconds ? { till: 1, web: 1 / 10 } : { till: 1 / 60, web: 1 / 60 };
}

/** Counts what has become due; what could not be done in time is forgotten rather than caught up with. */
export function openMeter(most: number) {
  let due = 0;
  return {
    add(amount: number): number {
      due = Math.min(most, due + amount);
      const whole = Math.floor(due);
      due -= whole;
      return whole;
    },
  };
}
