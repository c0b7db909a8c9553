import { listStoreStrip } from "@/lib/data/store-strip";
import { judgeStore } from "@/lib/domain/stores/judge-store";
import { openedAt } from "@/lib/domain/stores/opening";

/** One tile per store: does it sell, is it open, what is due, what is wrong. */
export async function tellStores(now = new Date()) {
  return (await listStoreStrip()).map(({ options, zone, due, broken, drift, silentCauseId, ...store }) => {
    const isOpen = openedAt(options, zone, now) !== null;
    const total = (counts: readonly { orders: number }[]) => counts.reduce((sum, { orders }) => sum + orders, 0);
    const state = judgeStore({
      isOpen,
      isSilent: silentCauseId !== null,
      broken: total(broken),
      drift: drift.reduce((sum, { pairs }) => sum + pairs, 0),
    });
    return { ...store, zone, isOpen, state, due, broken, drift, silentCauseId };
  });
}
