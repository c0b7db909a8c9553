export type Sample = { at: number; done: number };

const windowMs = 15_000;

/** Keeps what the last seconds showed; a step back (another release) begins anew. */
export function addSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && (last.done > next.done || last.at > next.at)) return [next];
  return [...samples.filter(({ at }) => next.at - at <= windowMs), next];
}

/** Records per second over what was seen; null until something has moved. */
export function paceOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.done === first.done || last.at === first.at) return null;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** "4 a second, about 10 s left". */
export function sayPace(samples: readonly Sample[], left: number): string {
  const pace = paceOf(samples);
  if (pace === null) return left === 0 ? "" : "starting";
  const rate = pace >= 1 ? `${Math.round(pace)} a second` : `${Math.max(1, Math.round(pace * 60))} a minute`;
  if (left === 0) return rate;
  const seconds = Math.ceil(left / pace);
  return `${rate}, about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`;
}
