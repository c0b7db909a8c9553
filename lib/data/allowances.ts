import { type Db, inTransaction, rows } from "./client";
import { keepStockEntries } from "./stock-entries";
import { markPairs, type PairKey } from "./stock-pairs";

export type Allowed = PairKey & { units: number; until: Date };

/** From now until then these units count besides the till's. Replaces what was allowed there before. */
export async function keepAllowance(tx: Db, { shopId, locationId, sku, units, until }: Allowed, by: string): Promise<void> {
  const changed = { units, until, by, at: new Date() };
  await tx.allowance.upsert({
    where: { shopId_locationId_sku: { shopId, locationId, sku } },
    create: { shopId, locationId, sku, ...changed },
    update: changed,
  });
}

export const findAllowance = (tx: Db, { shopId, locationId, sku }: PairKey) =>
  tx.allowance.findUnique({ where: { shopId_locationId_sku: { shopId, locationId, sku }, until: { gt: new Date() } } });

/** Answers how many units it was; null where nothing was allowed. */
export async function dropAllowance(tx: Db, { shopId, locationId, sku }: PairKey): Promise<number | null> {
  const [gone] = await tx.$queryRaw<{ units: number }[]>`
    delete from allowance where shop_id = ${shopId}::uuid and location_id = ${locationId} and sku = ${sku} returning units`;
  return gone?.units ?? null;
}

type Ended = PairKey & { posId: string; units: number };

/** What was allowed until now ends: the till alone counts again. */
export const endAllowances = (shopId: string): Promise<number> =>
  inTransaction(async (tx) => {
    const ended = await tx.$queryRaw<Ended[]>`
      delete from allowance a using connection s where a.shop_id = ${shopId}::uuid and s.id = a.shop_id and a.until <= now()
      returning a.shop_id as "shopId", a.location_id as "locationId", a.sku, a.units, s.pos_id as "posId"`;
    await settleEnded(tx, ended, "The accepted figure has run out; the till alone counts again");
    return ended.length;
  });

/** A count at the till says what is there: what was allowed besides it is over. */
export async function endCounted(tx: Db, pairs: readonly PairKey[]): Promise<void> {
  if (pairs.length === 0) return;
  const ended = await tx.$queryRaw<Ended[]>`
    delete from allowance a using connection s, json_to_recordset(${rows(pairs.map(({ shopId, locationId, sku }) => ({ shopId, locationId, sku })))}) as r("shopId" uuid, "locationId" text, sku text)
    where a.shop_id = r."shopId" and a.location_id = r."locationId" and a.sku = r.sku and s.id = a.shop_id
    returning a.shop_id as "shopId", a.location_id as "locationId", a.sku, a.units, s.pos_id as "posId"`;
  await settleEnded(tx, ended, "Counted at the till; the accepted figure is over");
}

async function settleEnded(tx: Db, ended: readonly Ended[], text: string): Promise<void> {
  for (const [posId, of] of Map.groupBy(ended, (one) => one.posId)) await markPairs(tx, posId, of);
  for (const [shopId, of] of Map.groupBy(ended, (one) => one.shopId))
    await keepStockEntries(
      tx,
      shopId,
      of.map(({ locationId, sku, units }) => ({ locationId, sku, what: "accepted", before: units, after: null, text })),
    );
}
