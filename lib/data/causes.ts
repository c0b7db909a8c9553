import { AppError } from "@/lib/app-error";
import { type CauseFilter, type CauseState, causesAtOnce } from "@/lib/domain/exceptions/cause";
import { kinds } from "@/lib/domain/exceptions/kinds";
import { type Db, db, empty, type Prisma, rows, sql } from "./client";

export type CauseRow = {
  id: string;
  seq: string;
  connectionId: string;
  connectionName: string;
  shopName: string;
  posName: string;
  kind: string;
  entity: string;
  evidence: Record<string, unknown>;
  state: CauseState;
  ownerId: string | null;
  ownerName: string | null;
  ownerRole: string;
  openedAt: Date;
  lastSeenAt: Date;
  slaAt: Date;
  takenAt: Date | null;
  until: Date | null;
  reason: string;
  closedAt: Date | null;
  closedBy: string;
  closedByName: string | null;
  closedHow: string;
  returns: number;
  asksFirst: boolean;
  nextProbeAt: Date | null;
  probes: number;
  records: number;
  amount: number;
  currency: string;
  people: number;
  units: number;
  promiseAt: Date | null;
  /** 0 promise broken · 1 promise within four hours · 2 the rest */
  rank: number;
  /** `growth`: held in the last hour, after those that opened it · `overdue`, `due`: customers promised before now, within four hours */
  pressure: { growth: number; overdue: number; due: number };
};

const columns = sql`
  c.id, c.seq::text, c.connection_id as "connectionId", n.name as "connectionName", case when n.role = 'shop' then n.name else '' end as "shopName",
  coalesce(p.name, n.name) as "posName", c.kind, c.entity, c.evidence, c.state, c.owner_id as "ownerId", u.name as "ownerName", c.owner_role as "ownerRole",
  c.opened_at as "openedAt", c.last_seen_at as "lastSeenAt", c.sla_at as "slaAt", c.taken_at as "takenAt", c.until, c.reason, c.closed_at as "closedAt", c.closed_by as "closedBy", z.name as "closedByName",
  c.closed_how as "closedHow", c.returns, c.asks_first as "asksFirst", c.next_probe_at as "nextProbeAt", c.probes, c.records, c.amount::float8 as amount, c.currency, c.people, c.units,
  c.promise_at as "promiseAt", case when c.promise_at < now() then 0 when c.promise_at < now() + interval '4 hours' then 1 else 2 end as rank,
  (select json_build_object('growth', count(*) filter (where e.held_at > greatest(now() - interval '1 hour', c.opened_at + interval '1 minute')),
      'overdue', count(distinct e.customer_hash) filter (where e.promise_at < now()), 'due', count(distinct e.customer_hash) filter (where e.promise_at < now() + interval '4 hours'))
    from exception e where e.cause_id = c.id and e.state in ('held', 'set-aside')) as pressure`;
const tables = sql`cause c join connection n on n.id = c.connection_id left join connection p on p.id = n.pos_id left join app_user u on u.id = c.owner_id left join app_user z on z.id::text = c.closed_by`;
/** Promise broken, promise near, money and people, units, age. */
const byImpact = sql`order by case when c.promise_at < now() then 0 when c.promise_at < now() + interval '4 hours' then 1 else 2 end, c.amount desc, c.people desc, c.units desc, c.opened_at, c.seq`;

const activeStates = ["open", "working"];

/** The filter as SQL: lists, counts and bulk actions share it, so that a number opens exactly what it counted. */
function where({ state, owner, family, kind, shop, q }: CauseFilter, actorId: string): Prisma.Sql {
  const states = state === "active" ? activeStates : [state];
  const ofFamily =
    family === ""
      ? null
      : Object.values(kinds)
          .filter((one) => one.family === family)
          .map(({ id }) => id as string);
  return sql`where c.state = any(${states}::text[])
    ${owner === "" ? empty : owner === "me" ? sql`and c.owner_id = ${actorId}::uuid` : owner === "nobody" ? sql`and c.owner_id is null` : owner.startsWith("rule:") ? sql`and c.rule_id::text = ${owner.slice(5)}` : owner.startsWith("role:") ? sql`and c.owner_role = ${owner.slice(5)}` : sql`and c.owner_id::text = ${owner}`}
    ${ofFamily === null ? empty : sql`and c.kind = any(${ofFamily}::text[])`}
    ${kind === "" ? empty : sql`and c.kind = ${kind}`}
    ${shop === "" ? empty : sql`and c.connection_id = ${shop}::uuid`}
    ${q === "" ? empty : sql`and (c.entity ilike ${`%${q}%`} or c.evidence::text ilike ${`%${q}%`})`}`;
}

export async function listCauses(filter: CauseFilter, actorId: string, { limit = causesAtOnce, offset = 0 } = {}): Promise<CauseRow[]> {
  return db.$queryRaw<
    CauseRow[]
  >`select ${columns} from ${tables} ${where(filter, actorId)} ${filter.state === "resolved" ? sql`order by c.closed_at desc` : byImpact} limit ${limit} offset ${offset}`;
}

export type CauseTotals = { causes: number; orders: number; amounts: { currency: string; amount: number }[] };

/** Distinct orders: one that waits for two causes counts once. */
export async function countCauses(filter: CauseFilter, actorId: string): Promise<CauseTotals> {
  const chosen = sql`select c.id from ${tables} ${where(filter, actorId)}`;
  const [[count], amounts] = await Promise.all([
    db.$queryRaw<{ causes: number }[]>`select count(*)::int as causes from (${chosen}) x`,
    db.$queryRaw<{ currency: string; amount: number; orders: number }[]>`
      select currency, sum(amount)::float8 as amount, count(*)::int as orders
      from (select currency, max(amount) as amount from exception
        where cause_id = any(array(${chosen})) and entity = 'order' and state in ('held', 'set-aside') group by shop_id, key, currency) held
      group by currency order by 2 desc`,
  ]);
  return {
    causes: count?.causes ?? 0,
    orders: amounts.reduce((total, { orders }) => total + orders, 0),
    amounts: amounts.map(({ currency, amount }) => ({ currency, amount })),
  };
}

export async function listCauseIds(filter: CauseFilter, actorId: string): Promise<string[]> {
  return (await db.$queryRaw<{ id: string }[]>`select c.id from ${tables} ${where(filter, actorId)}`).map(({ id }) => id);
}

export async function getCauses(ids: readonly string[]): Promise<CauseRow[]> {
  return db.$queryRaw<CauseRow[]>`select ${columns} from ${tables} where c.id = any(${ids}::uuid[]) ${byImpact}`;
}

export async function getCause(id: string): Promise<CauseRow> {
  const [cause] = await getCauses([id]);
  if (!cause) throw new AppError("not-found", "This cause does not exist.");
  return cause;
}

export type HeldRow = {
  id: string;
  entity: string;
  shopId: string;
  key: string;
  label: string;
  amount: number;
  currency: string;
  promiseAt: Date | null;
  units: number;
  detail: { field?: string; value?: string };
  state: string;
  heldAt: Date;
  others: { id: string; kind: string; entity: string }[];
};

/** What a cause holds, promises first, and what else each record waits for. */
export async function listHeld(causeId: string, { limit = 50, offset = 0 } = {}): Promise<HeldRow[]> {
  return db.$queryRaw<HeldRow[]>`
    select e.id, e.entity, e.shop_id as "shopId", e.key, e.label, e.amount::float8 as amount, e.currency, e.promise_at as "promiseAt", e.units, e.detail, e.state, e.held_at as "heldAt",
      coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'entity', c.entity)) from exception o join cause c on c.id = o.cause_id
        where o.entity = e.entity and o.shop_id = e.shop_id and o.key = e.key and o.state = 'held' and o.cause_id <> e.cause_id), '[]') as others
    from exception e where e.cause_id = ${causeId}::uuid and e.state in ('held', 'set-aside') order by e.promise_at nulls last, e.held_at limit ${limit} offset ${offset}`;
}

/** "12 of them also wait for SKU B". */
export async function listOverlaps(
  causeId: string,
): Promise<{ id: string; kind: string; entity: string; evidence: Record<string, unknown>; orders: number }[]> {
  return db.$queryRaw`
    select c.id, c.kind, c.entity, c.evidence, count(*)::int as orders from exception e
    join exception o on o.entity = e.entity and o.shop_id = e.shop_id and o.key = e.key and o.state = 'held' and o.cause_id <> e.cause_id
    join cause c on c.id = o.cause_id where e.cause_id = ${causeId}::uuid and e.state = 'held' group by c.id order by 5 desc limit 20`;
}

export type CauseEntry = {
  id: string;
  at: Date;
  by: string;
  byName: string | null;
  action: string;
  text: string;
  change: Record<string, unknown>;
};

export async function listEntries(causeId: string): Promise<CauseEntry[]> {
  return db.$queryRaw<CauseEntry[]>`
    select e.id::text, e.at, e.by, u.name as "byName", e.action, e.text, e.change from cause_entry e left join app_user u on u.id::text = e.by
    where e.cause_id = ${causeId}::uuid order by e.at desc, e.id desc limit 200`;
}

export async function writeEntries(
  tx: Db,
  entries: readonly { causeId: string; by: string; action: string; text: string; change?: object }[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    insert into cause_entry (cause_id, by, action, text, change) select r."causeId", r.by, r.action, r.text, coalesce(r.change, '{}')
    from json_to_recordset(${rows(entries)}) as r("causeId" uuid, by text, action text, text text, change jsonb)`;
}

/** The open causes behind these entities of one shop. */
export async function findCausesOf(
  connectionId: string,
  named: readonly { kinds: readonly string[]; entity: string }[],
): Promise<string[]> {
  const pairs = named.flatMap(({ kinds: ids, entity }) => ids.map((kind) => ({ kind, entity })));
  const found = await db.$queryRaw<{ id: string }[]>`
    select c.id from cause c join json_to_recordset(${rows(pairs)}) as r(kind text, entity text) on r.kind = c.kind and r.entity = c.entity
    where c.connection_id = ${connectionId}::uuid and c.state <> 'resolved'`;
  return found.map(({ id }) => id);
}

/** Open causes by the ownership rule that gave them their owner: what the inbox of that rule lists. */
export async function countByRule(): Promise<Map<string, number>> {
  const counted = await db.$queryRaw<{ id: string; causes: number }[]>`
    select rule_id as id, count(*)::int as causes from cause where state = any(${activeStates}::text[]) and rule_id is not null group by 1`;
  return new Map(counted.map(({ id, causes }) => [id, causes]));
}
