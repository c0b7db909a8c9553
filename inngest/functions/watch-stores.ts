import { inTransaction } from "@/lib/data/client";
import { type Connection, getConnection, listConnections } from "@/lib/data/connections";
import { type HeldRecord, raiseCauses, releaseHeld } from "@/lib/data/raise-causes";
import { keepWatch, listStoreSales, type StoreSales } from "@/lib/data/store-sales";
import { storeSilent } from "@/lib/domain/exceptions/kinds/store-silent";
import { judgeSilence } from "@/lib/domain/stores/judge-silence";

import { inngest } from "../client";
import { watchWanted } from "../events";

/** Movements read longer ago say nothing about who is silent now. */
const staleMs = 5 * 60_000;

/** Which stores have sent no sales for too long while they are open. */
export const watchStores = inngest.createFunction(
  { id: "watch-stores", name: "Watch for silent stores", triggers: [watchWanted, { cron: "*/5 * * * *" }], concurrency: 1, retries: 1 },
  async ({ event, step }) => {
    const asked = event.name === "stores/watch.wanted" ? [event.data.posId] : null;
    const ids = asked ?? (await step.run("tills", async () => (await listConnections({ role: "pos" })).map(({ id }) => id)));
    const silent: Record<string, number | null> = {};
    for (const id of ids) silent[id] = await step.run(`watch-${id}`, () => watch(id, new Date()));
    return silent;
  },
);

/** Raises the silent stores of a POS and ends the silence of those that sell again. Answers how many are silent; null where its movements could not be read lately. */
export async function watch(posId: string, now: Date): Promise<number | null> {
  const pos = await getConnection(posId);
  const readAt = Date.parse(pos.cursors.levels ?? "");
  if (pos.isPaused || !(now.getTime() - readAt < staleMs)) return null;
  const watchedSince = await keepWatch(posId, now);
  const stores = await listStoreSales(posId);
  const silent: HeldRecord[] = [];
  const selling: StoreSales[] = [];
  for (const store of stores) {
    const judged = judgeSilence({ lastSaleAt: store.lastSaleAt, watchedSince, now }, { ...pos.options, zone: pos.zone });
    if (judged.verdict === "selling" || !store.isActive) selling.push(store);
    else if (judged.verdict === "silent") silent.push(heldBy(pos, store, judged));
  }
  await inTransaction(async (tx) => {
    await raiseCauses(tx, silent);
    await releaseHeld(
      tx,
      selling.map(({ storeId }) => ({ shopId: posId, entity: "store", key: storeId })),
    );
  });
  return silent.length;
}

const heldBy = (pos: Connection, { storeId, name }: StoreSales, { since, minutes }: { since: Date; minutes: number }): HeldRecord => ({
  shopId: pos.id,
  entity: "store",
  key: storeId,
  label: name,
  amount: 0,
  currency: "",
  customerHash: "",
  promiseAt: null,
  units: 0,
  causes: [
    storeSilent.raise(
      { storeId, store: name, since: since.toISOString(), minutes },
      { field: "Last sale", value: `${minutes} minutes ago` },
    ),
  ],
});
