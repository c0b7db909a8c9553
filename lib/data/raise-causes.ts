import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { type Db, rows } from "./client";
import { ownCauses } from "./own-causes";
import { refreshImpact } from "./refresh-impact";

/** A record in trouble, with what a list of causes must know of it. */
export type HeldRecord = {
  shopId: string;
  entity: "order" | "connection" | "delivery" | "product" | "store";
  key: string;
  label: string;
  amount: number;
  currency: string;
  customerHash: string;
  promiseAt: string | null;
  units: number;
  causes: readonly CauseDraft[];
};

type Line = { connectionId: string; kind: string; entity: string; evidence: object; ownerRole: string; respond: number; probes: boolean };

/**
 * Says what is wrong with these records now, and nothing else: causes are opened, reopened within an hour or met again,
 * exceptions that no longer hold are released, and causes that hold nothing any more close by themselves. What has just opened gets its owner.
 * `complete: false` adds to what holds the records instead of replacing it.
 */
export async function raiseCauses(tx: Db, held: readonly HeldRecord[], { complete = true }: { complete?: boolean } = {}): Promise<void> {
  if (held.length === 0) return;
  const lines = new Map<string, Line>();
  for (const { shopId, causes } of held) {
    for (const { kind, entity, evidence } of causes) lines.set(`${shopId}|${kind}|${entity}`, lineOf(shopId, kind, entity, evidence));
  }
  const causes = rows(
    [...lines.values()].sort((a, b) => (`${a.connectionId}${a.kind}${a.entity}` < `${b.connectionId}${b.kind}${b.entity}` ? -1 : 1)),
  );

  const reopened = await tx.$queryRaw<{ id: string }[]>`
    update cause c set state = 'open', returns = returns + 1, closed_at = null, closed_by = '', closed_how = '', changed_at = now(), probes = 0,
      sla_at = now() + r.respond * interval '1 minute', taken_at = null, escalated = 0, peak = 0
    from json_to_recordset(${causes}) as r("connectionId" uuid, kind text, entity text, respond int)
    where c.id = (select id from cause x where x.connection_id = r."connectionId" and x.kind = r.kind and x.entity = r.entity order by opened_at desc limit 1)
      and c.state = 'resolved' and c.closed_at > now() - interval '1 hour' returning c.id`;
  const met = await tx.$queryRaw<{ id: string; is_new: boolean }[]>`
    insert into cause (id, connection_id, kind, entity, evidence, owner_role, sla_at, next_probe_at)
    select gen_random_uuid(), r."connectionId", r.kind, r.entity, r.evidence, r."ownerRole", now() + r.respond * interval '1 minute',
      case when r.probes then now() + interval '15 seconds' end
    from json_to_recordset(${causes}) as r("connectionId" uuid, kind text, entity text, evidence jsonb, "ownerRole" text, respond int, probes bool)
    on conflict (connection_id, kind, entity) where state <> 'resolved' do update set last_seen_at = now(), evidence = excluded.evidence
    returning id, xmax = 0 as is_new`;

  const exceptions = held.flatMap(({ causes: drafts, ...record }) =>
    drafts.map(({ kind, entity, detail }) => ({ ...record, causeKind: kind, causeEntity: entity, detail })),
  );
  const touched = await tx.$queryRaw<{ cause_id: string }[]>`
    with named as (
      select c.id as cause_id, case when c.state = 'ignored' then 'set-aside' else 'held' end as state, r.*
      from json_to_recordset(${rows(exceptions)}) as r("causeKind" text, "causeEntity" text, "shopId" uuid, entity text, key text, label text,
        amount bigint, currency text, "customerHash" text, "promiseAt" timestamptz, units int, detail jsonb)
      join cause c on c.connection_id = r."shopId" and c.kind = r."causeKind" and c.entity = r."causeEntity" and c.state <> 'resolved'),
    holding as (
      insert into exception as e (id, cause_id, shop_id, entity, key, label, state, amount, currency, customer_hash, promise_at, units, detail)
      select gen_random_uuid(), cause_id, "shopId", entity, key, label, state, amount, currency, "customerHash", "promiseAt", units, detail from named
      on conflict (cause_id, entity, shop_id, key) do update set state = excluded.state, amount = excluded.amount, currency = excluded.currency, promise_at = excluded.promise_at,
        units = excluded.units, detail = excluded.detail, label = excluded.label, released_at = null, held_at = case when e.state = 'released' then now() else e.held_at end
      returning cause_id)
    select distinct cause_id from holding`;
  const causeIds = touched.map(({ cause_id }) => cause_id);
  const freed = complete ? await releaseRecords(tx, held, causeIds) : [];
  const grown = await refreshImpact(tx, [...causeIds, ...freed]);
  const opened = [...reopened, ...met.filter(({ is_new }) => is_new)].map(({ id }) => id);
  await ownCauses(tx, { opened, grown });
}

/** These records are in no trouble any more. */
export async function releaseHeld(tx: Db, records: readonly { shopId: string; entity: string; key: string }[]): Promise<void> {
  if (records.length === 0) return;
  await refreshImpact(tx, await releaseRecords(tx, records, []));
}

/** Ends every exception of the records except those of the causes just raised for the same record. */
async function releaseRecords(
  tx: Db,
  records: readonly { shopId: string; entity: string; key: string; causes?: readonly CauseDraft[] }[],
  keep: readonly string[],
): Promise<string[]> {
  const list = records.map(({ shopId, entity, key, causes = [] }) => ({
    shopId,
    entity,
    key,
    still: causes.map((cause) => `${cause.kind}|${cause.entity}`),
  }));
  const freed = await tx.$queryRaw<{ cause_id: string }[]>`
    with ended as (
      update exception e set state = 'released', released_at = now()
      from json_to_recordset(${rows(list)}) as r("shopId" uuid, entity text, key text, still jsonb), cause c
      where e.entity = r.entity and e.shop_id = r."shopId" and e.key = r.key and e.state in ('held', 'set-aside') and c.id = e.cause_id
        and not (e.cause_id = any(${keep}::uuid[]) and r.still ? (c.kind || '|' || c.entity))
      returning e.cause_id)
    select distinct cause_id from ended`;
  return freed.map(({ cause_id }) => cause_id);
}

function lineOf(connectionId: string, id: string, entity: string, evidence: object): Line {
  const kind = kindOf(id);
  if (!kind) throw new Error(`There is no kind of exception called ${id}`);
  return {
    connectionId,
    kind: id,
    entity,
    evidence,
    ownerRole: kind.owner.role,
    respond: kind.owner.respondWithinMinutes,
    probes: kind.probe !== null,
  };
}

/** Findings of a set-up check that were not found this time. */
export async function releaseFindings(tx: Db, connectionId: string, stillFound: readonly string[]): Promise<void> {
  const freed = await tx.$queryRaw<{ cause_id: string }[]>`
    update exception set state = 'released', released_at = now()
    where shop_id = ${connectionId}::uuid and entity = 'product' and state in ('held', 'set-aside') and key <> all(${stillFound}::text[])
      and (key like 'scope-missing:%' or key like 'webhook-missing:%' or key like 'sells-below-zero:%' or key like 'not-tracked:%') returning cause_id`;
  await refreshImpact(
    tx,
    freed.map(({ cause_id }) => cause_id),
  );
}
