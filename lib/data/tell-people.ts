import { randomUUID } from "node:crypto";

import type { Severity } from "@/lib/domain/exceptions/kind";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { planNotice } from "@/lib/domain/notices/plan-notice";
import { defaultSetting, type NoticeSetting } from "@/lib/domain/notices/setting";
import { ownerRoles } from "@/lib/domain/ownership/rule";
import { env } from "@/lib/env";
import { type Db, rows, sql } from "./client";

export type NoticeWhat = "raised" | "assigned" | "escalated" | "mentioned";
export type Telling = {
  causeId: string;
  kind: string;
  what: NoticeWhat;
  /** What makes a repeat the same notice. */
  key: string;
  by: string;
  text?: string;
  to: { ids: readonly string[]; roles: readonly string[] };
};

type Listener = { id: string; role: string; zone: string } & { setting: NoticeSetting | null };

export const isMailSetUp = (): boolean => env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined;

/** The zone of whoever has chosen none: the first shop's. */
export const houseZone = sql`coalesce((select zone from connection order by role desc, name limit 1), 'UTC')`;

/** Writes a notice for everybody concerned, each in the way they want to be told. Nobody is told what they did themselves. */
export async function tellPeople(tx: Db, tellings: readonly Telling[], now = new Date()): Promise<void> {
  if (tellings.length === 0) return;
  const listeners = await listListeners(tx, tellings);
  const notices = tellings.flatMap(({ to, kind, text = "", ...telling }) => {
    const severity: Severity = kindOf(kind)?.severity ?? "medium";
    const isPersonal = telling.what === "assigned" || telling.what === "mentioned";
    return listeners
      .filter(({ id, role }) => id !== telling.by && (to.ids.includes(id) || to.roles.includes(role)))
      .flatMap(({ id, zone, setting }) => {
        const plan = planNotice({ severity, isPersonal, now }, setting ?? defaultSetting(zone));
        if (!plan) return [];
        return [{ id: randomUUID(), userId: id, ...telling, text, showAt: plan.showAt, mailAt: isMailSetUp() ? plan.mailAt : null }];
      });
  });
  if (notices.length === 0) return;
  await tx.$executeRaw`
    insert into notice (id, user_id, cause_id, what, key, by, text, at, show_at, mail_at)
    select r.id, r."userId", r."causeId", r.what, r.key, r.by, r.text, ${now}, r."showAt", r."mailAt"
    from json_to_recordset(${rows(notices)}) as r(id uuid, "userId" uuid, "causeId" uuid, what text, key text, by text, text text, "showAt" timestamptz, "mailAt" timestamptz)
    on conflict (user_id, cause_id, what, key) do nothing`;
}

/** People who are here and may look at causes, with how they want to be told. */
async function listListeners(tx: Db, tellings: readonly Telling[]): Promise<Listener[]> {
  const ids = [...new Set(tellings.flatMap(({ to }) => to.ids))];
  const roles = [...new Set(tellings.flatMap(({ to }) => to.roles))];
  return tx.$queryRaw<Listener[]>`
    select u.id, u.role, ${houseZone} as zone, case when s.user_id is null then null else json_build_object('high', s.high, 'medium', s.medium, 'low', s.low,
      'quietFrom', s.quiet_from, 'quietTo', s.quiet_to, 'digestAt', s.digest_at, 'zone', s.zone, 'byMail', s.by_mail) end as setting
    from app_user u left join notice_setting s on s.user_id = u.id
    where u.disabled_at is null and u.role = any(${[...ownerRoles]}::text[]) and (u.id = any(${ids}::uuid[]) or u.role = any(${roles}::text[]))`;
}
