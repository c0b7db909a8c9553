import { setTimeout as pause } from "node:timers/promises";

import type { PairWatch } from "./pair-watch";
import { units } from "./shelves";

export type Sale = {
  sku: string;
  locationId: string;
  /** Milliseconds since the epoch. */
  soldAt: number;
  /** What the web may still offer after it, or less. */
  left: number;
  /** When a figure at or after it was read back; null = not yet. */
  shownAt: number | null;
};

type Shown = (sku: string, locationId: string) => Promise<number>;
const lookMs = 150;
/** A confirmation carries the time at which its transaction began. */
const overlapMs = 5_000;

/** Remembers what was sold and finds when it was shown. Several sales of a pair may be shown as one: each is counted until then. */
export function followSales(watch: Pick<PairWatch, "listConfirmed">, shown: Shown) {
  const open = new Map<string, Sale[]>();
  const gone = new Map<string, number>();
  let since = Date.now();

  async function look(): Promise<void> {
    const confirmed = await watch.listConfirmed(since - overlapMs);
    for (const { sku, locationId, available, at } of confirmed) {
      since = Math.max(since, at);
      const waiting = open.get(`${locationId}:${sku}`) ?? [];
      const done = waiting.filter(({ soldAt, left }) => available <= left && at >= soldAt);
      if (done.length === 0) continue;
      if ((await shown(sku, locationId)) > Math.min(...done.map(({ left }) => left))) continue;
      for (const sale of done) sale.shownAt = at;
      open.set(
        `${locationId}:${sku}`,
        waiting.filter((sale) => sale.shownAt === null),
      );
    }
  }

  return {
    sold({ sku, locationId, soldAt }: Pick<Sale, "sku" | "locationId" | "soldAt">): Sale {
      const pair = `${locationId}:${sku}`;
      const nth = (gone.get(pair) ?? 0) + 1;
      gone.set(pair, nth);
      const sale: Sale = { sku, locationId, soldAt, left: units - nth, shownAt: null };
      open.set(pair, [...(open.get(pair) ?? []), sale]);
      return sale;
    },
    /** Until selling is over and everything sold was shown, or nothing more was for so long. */
    async follow(isOver: () => boolean, patienceMs: number, signal: AbortSignal): Promise<void> {
      let quietSince = Date.now();
      for (;;) {
        const before = count(open);
        await look();
        if (isOver() && count(open) === 0) return;
        if (!isOver() || count(open) < before) quietSince = Date.now();
        if (Date.now() - quietSince > patienceMs) return;
        await pause(lookMs, undefined, { signal });
      }
    },
  };
}

export type SaleLog = ReturnType<typeof followSales>;

const count = (open: ReadonlyMap<string, Sale[]>) => [...open.values()].reduce((total, { length }) => total + length, 0);
