import type pg from "pg";
import { z } from "zod";

import { seededIds } from "./ids";
import { prepared } from "./transaction";

export class RefusedEvent extends Error {}

const NoNul = z.string().refine((text) => !text.includes("\0"), "contains a NUL");
const SentEvent = z.looseObject({
  name: NoNul.min(1)
    .max(512)
    .refine((name) => !name.startsWith("inngest/"), "is reserved"),
  id: NoNul.nullish(),
  ts: z.number().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const SentEvents = z.array(SentEvent).max(5_000);

/**
 * Durable when this returns. An event whose own id was seen within 24 hours is answered like any other and does nothing;
 * the same holds for a send that the SDK repeats because our answer was lost (same seed, same ids).
 */
export async function acceptEvents(pool: pg.Pool, sent: unknown, seed?: string): Promise<string[]> {
  const parsed = SentEvents.safeParse([sent].flat());
  if (!parsed.success) throw new RefusedEvent(z.prettifyError(parsed.error));
  const ids = seededIds(seed, parsed.data.length);
  const rows = parsed.data.map((event, place) => {
    const { _inngest, ...data } = event.data ?? {};
    const id = ids[place]!;
    return { id, key: event.id || null, body: { ...event, id: event.id || id, ts: event.ts ?? Date.now(), data } };
  });
  await pool.query(prepared(insertEvents, [JSON.stringify(rows)]));
  return ids;
}

// Keys in order, so that two senders of the same events never wait for each other.
const insertEvents = `
  with sent as (select row_number() over () as place, s.* from json_to_recordset($1) as s(id text, key text, body json)),
  fresh as (
    insert into inngest.event_key as known (key, id)
    select distinct on (key) key, id from sent where key is not null order by key, place
    on conflict (key) do update set id = excluded.id, at = now() where known.at < now() - interval '24 hours'
    returning id)
  insert into inngest.event (id, body)
  select id, body from sent where key is null or id in (select id from fresh) order by place
  on conflict (id) do nothing`;
