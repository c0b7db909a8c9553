import { describeCause } from "@/lib/domain/exceptions/view";
import { defaultSetting, type NoticeSetting } from "@/lib/domain/notices/setting";
import { type Db, db, empty, type Prisma, sql } from "./client";
import { pageOf, readKeyset } from "./keyset";
import { houseZone, type NoticeWhat } from "./tell-people";

type Row = {
  id: string;
  causeId: string;
  what: NoticeWhat;
  byName: string | null;
  text: string;
  at: Date;
  readAt: Date | null;
  kind: string;
  evidence: Record<string, unknown>;
  shopName: string;
  posName: string;
  state: string;
  ownerId: string | null;
  ownerRole: string;
  ownerName: string | null;
  records: number;
  amount: number;
  currency: string;
};

const columns = sql`
  m.id, m.cause_id as "causeId", m.what, b.name as "byName", m.text, m.show_at as at, m.read_at as "readAt", c.kind, c.evidence,
  case when n.role = 'shop' then n.name else '' end as "shopName", coalesce(p.name, n.name) as "posName", c.state,
  c.owner_id as "ownerId", c.owner_role as "ownerRole", u.name as "ownerName", c.records, c.amount::float8 as amount, c.currency`;
const tables = sql`
  notice m join cause c on c.id = m.cause_id join connection n on n.id = c.connection_id left join connection p on p.id = n.pos_id
  left join app_user u on u.id = c.owner_id left join app_user b on b.id::text = m.by`;

/** In words, by what its cause is now. */
const describe = (row: Row) => {
  const { title, severity, sentence, nextStep } = describeCause(row);
  return { ...row, title, severity, sentence, nextStep };
};
export type Notice = ReturnType<typeof describe>;

/** What somebody was told, latest first; only what is due already. */
export async function listNotices(userId: string, { page = null, limit = 30 }: { page?: string | null; limit?: number } = {}) {
  const after = readKeyset(page);
  const found = await db.$queryRaw<Row[]>`
    select ${columns} from ${tables} where m.user_id = ${userId}::uuid and m.show_at <= now()
    ${after ? sql`and (m.show_at, m.id::text) < (${after.at}, ${after.id})` : empty} order by m.show_at desc, m.id::text desc limit ${limit + 1}`;
  const { rows, next } = pageOf(found, limit, ({ at, id }) => ({ at, id }));
  return { notices: rows.map(describe), next };
}

export async function countUnread(userId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from (select 1 from notice where user_id = ${userId}::uuid and show_at <= now() and read_at is null limit 1000) x`;
  return row?.unread ?? 0;
}

const listWhere = async (where: Prisma.Sql, limit: number): Promise<Notice[]> =>
  (await db.$queryRaw<Row[]>`select ${columns} from ${tables} where ${where} order by m.at limit ${limit}`).map(describe);

export const findNotice = async (id: string): Promise<(Notice & { userId: string }) | null> => {
  const [notice] = await listWhere(sql`m.id = ${id}::uuid`, 1);
  const row = notice && (await db.notice.findUnique({ where: { id }, select: { userId: true } }));
  return notice && row ? { ...notice, ...row } : null;
};

/** What one mail tells. */
export const listNoticesOf = (mailId: string, limit: number) => listWhere(sql`m.mail_id = ${mailId}::uuid`, limit);
export const countNoticesOf = (mailId: string) => db.notice.count({ where: { mailId } });

/** `ids` null: everything that is shown. Answers how many were unread. */
export async function readNotices(tx: Db, userId: string, ids: readonly string[] | null): Promise<number> {
  return tx.$executeRaw`
    update notice set read_at = now() where user_id = ${userId}::uuid and read_at is null and show_at <= now() ${ids === null ? empty : sql`and id = any(${ids}::uuid[])`}`;
}

export async function getNoticeSetting(userId: string): Promise<NoticeSetting> {
  const row = await db.noticeSetting.findUnique({ where: { userId } });
  if (row) {
    const { userId: _, ...setting } = row;
    return setting as NoticeSetting;
  }
  const [house] = await db.$queryRaw<{ zone: string }[]>`select ${houseZone} as zone`;
  return defaultSetting(house?.zone ?? "UTC");
}

export const saveNoticeSetting = (tx: Db, userId: string, setting: NoticeSetting) =>
  tx.noticeSetting.upsert({ where: { userId }, create: { userId, ...setting }, update: setting });

export const pruneNotices = (tx: Db, days: number) => tx.$executeRaw`delete from notice where at < now() - ${days} * interval '1 day'`;
