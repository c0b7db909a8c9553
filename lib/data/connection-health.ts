import type { Failure } from "@/lib/domain/failure";
import { type Db, db, type Prisma } from "./client";
import { Options } from "./connections";
import { startOfToday } from "./keyset";
import { sealSettings } from "./seal";

export type ConnectionHealth = {
  id: string;
  code: string;
  platform: string;
  role: "pos" | "shop";
  name: string;
  posId: string | null;
  posName: string | null;
  zone: string;
  currency: string;
  isPaused: boolean;
  /** The last time that a person paused it. */
  pause: { by: string | null; at: Date; reason: string } | null;
  reserves: string;
  wrongKnocks: number;
  lanePausedUntil: Date | null;
  lastAnswerAt: Date | null;
  lastFailureAt: Date | null;
  lastFailure: Failure | null;
  cursors: Record<string, string>;
  messages: { lastAt: Date | null; today: number; unreadable: number };
  causes: { id: string; kind: string; entity: string; evidence: Record<string, unknown>; shopName: string; posName: string }[];
};

type Row = Omit<ConnectionHealth, "pause" | "causes"> & {
  pause: { by: string | null; at: string; reason: string } | null;
  causes: ConnectionHealth["causes"];
};

/** Every connection with what was last heard of it. */
export async function listConnectionHealth(): Promise<ConnectionHealth[]> {
  const rows = await db.$queryRaw<Row[]>`
    with told as (
      select connection_id, max(received_at) as last_at, (count(*) filter (where received_at >= ${startOfToday()}))::int as today,
        (count(*) filter (where received_at >= ${startOfToday()} and state = 'unreadable'))::int as unreadable
      from delivery where received_at > now() - interval '1 day' group by 1)
    select n.id, n.code, n.platform, n.role, n.name, n.pos_id as "posId", p.name as "posName", n.zone, n.currency, n.is_paused as "isPaused", n.reserves, n.wrong_knocks as "wrongKnocks",
      n.lane_paused_until as "lanePausedUntil", n.last_answer_at as "lastAnswerAt", n.last_failure_at as "lastFailureAt", n.last_failure as "lastFailure", n.cursors,
      case when n.is_paused then (select json_build_object('by', u.name, 'at', a.at, 'reason', coalesce(a.change->>'reason', '')) from audit_entry a left join app_user u on u.id::text = a.actor
        where a.subject = 'connection:' || n.id and a.action = 'connection.pause' order by a.at desc limit 1) end as pause,
      json_build_object('lastAt', t.last_at, 'today', coalesce(t.today, 0), 'unreadable', coalesce(t.unreadable, 0)) as messages,
      coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'entity', c.entity, 'evidence', c.evidence, 'shopName', case when n.role = 'shop' then n.name else '' end, 'posName', coalesce(p.name, n.name)) order by c.opened_at)
        from cause c where c.connection_id = n.id and c.state in ('open', 'working', 'snoozed')
          and c.kind in ('connection-auth', 'connection-down', 'wrong-password', 'webhook-missing', 'scope-missing', 'no-reservation', 'event-unreadable', 'flow-slow', 'compare-overdue')), '[]') as causes
    from connection n left join connection p on p.id = n.pos_id left join told t on t.connection_id = n.id order by n.role, n.name`;
  return rows.map(({ pause, messages, ...row }) => ({
    ...row,
    pause: pause && { ...pause, at: new Date(pause.at) },
    messages: { ...messages, lastAt: messages.lastAt && new Date(messages.lastAt) },
  }));
}

export const setPaused = (tx: Db, id: string, isPaused: boolean) =>
  tx.$executeRaw`update connection set is_paused = ${isPaused} where id = ${id}::uuid and is_paused <> ${isPaused}`;

type Change = { name: string; settings: Record<string, unknown>; options: Options };

/** `secrets`: the names of the settings to seal. */
export async function updateConnection(
  tx: Db,
  id: string,
  { name, settings, options }: Change,
  secrets: ReadonlySet<string>,
): Promise<void> {
  await saveSettings(tx, id, settings, secrets);
  await tx.connection.update({ where: { id }, data: { name, options: Options.parse(options) } });
}

export async function saveSettings(tx: Db, id: string, settings: Record<string, unknown>, secrets: ReadonlySet<string>): Promise<void> {
  await tx.connection.update({ where: { id }, data: { settings: sealSettings(settings, secrets) as Prisma.InputJsonObject } });
  await tx.$executeRaw`update connection set cursors = cursors - 'previousKey' where id = ${id}::uuid`;
}
