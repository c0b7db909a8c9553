import { db, inTransaction } from "./client";
import { emit } from "./outbox";

const gapMinutes = 3;

/**
 * Says that the stock of a shop is being watched. Answers since when it has been able to flow: not from before a pause of the
 * shop or its till, nor from before nobody watched. Null: it is paused now.
 */
export async function keepStockWatch(shopId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ isStanding: boolean; flowingSince: Date }[]>`
    with so as (
      select s.id, s.is_paused or t.is_paused or coalesce(greatest(s.lane_paused_until, t.lane_paused_until) > now(), false) as standing,
        coalesce((s.cursors->>'stockWatched')::timestamptz < now() - ${gapMinutes} * interval '1 minute', true) as unwatched
      from connection s join connection t on t.id = s.pos_id where s.id = ${shopId}::uuid)
    update connection c set cursors = c.cursors || jsonb_build_object('stockWatched', now()::text)
      || case when so.standing or so.unwatched then jsonb_build_object('stockFlowing', now()::text) else '{}' end
    from so where c.id = so.id
    returning so.standing as "isStanding", (c.cursors->>'stockFlowing')::timestamptz as "flowingSince"`;
  return row && !row.isStanding ? row.flowingSince : null;
}

/** Asks for a watch of the shops in which some pair has waited or differed for a moment and is not named yet. */
export async function wakeWatches(): Promise<void> {
  const shops = await db.$queryRaw<{ id: string }[]>`
    select s.id from connection s where s.role = 'shop' and not s.is_paused and (
      exists (select 1 from stock_pair p where p.shop_id = s.id and p.version > p.cleared and p.held_by = '' and p.marked_at < now() - interval '5 seconds')
      or exists (select 1 from stock_pair p where p.shop_id = s.id and p.drift_since < now() - interval '10 seconds' and p.held_by = ''))`;
  if (shops.length === 0) return;
  await inTransaction((tx) =>
    emit(
      tx,
      shops.map(({ id }) => ({ name: "stock/watch.wanted", data: { shopId: id } })),
    ),
  );
}
