import { type Db, rows } from "./client";

export type StoredDelivery = {
  id: string;
  topic: string;
  at: string;
  body: string;
  about: string;
  state: "taken" | "unreadable" | "unknown";
  reason: string;
};

/** Keeps each delivery once; answers the ids that were new. A repeat only counts up. */
export async function storeDeliveries(tx: Db, connectionId: string, deliveries: readonly StoredDelivery[]): Promise<Set<string>> {
  if (deliveries.length === 0) return new Set();
  const distinct = [...new Map(deliveries.map((delivery) => [delivery.id, delivery])).values()];
  const stored = await tx.$queryRaw<{ delivery_id: string; repeats: number }[]>`
    insert into delivery as d (connection_id, delivery_id, topic, about, body, state, reason, happened_at)
    select ${connectionId}::uuid, r.id, r.topic, r.about, r.body, r.state, r.reason, r.at
    from json_to_recordset(${rows(distinct)}) as r(id text, topic text, about text, body text, state text, reason text, at timestamptz)
    on conflict (connection_id, delivery_id) do update set repeats = d.repeats + 1
    returning delivery_id, repeats`;
  return new Set(stored.filter(({ repeats }) => repeats === 0).map(({ delivery_id }) => delivery_id));
}

export const pruneDeliveries = (tx: Db, days: number) =>
  tx.$executeRaw`delete from delivery where received_at < now() - ${days} * interval '1 day'`;
