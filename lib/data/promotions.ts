import { AppError } from "@/lib/app-error";
import type { PromotionEdit } from "@/lib/domain/mapping/edit";
import { type KnownPromotion, Promotion } from "@/lib/domain/prices/promotion";
import { sayPromotion } from "@/lib/domain/prices/say-promotion";
import { type Db, db, rows } from "./client";
import type { Promotion as Row } from "./generated/client";

const fromRow = ({ startsAt, endsAt, ...row }: Row): KnownPromotion => ({
  id: row.id,
  ...Promotion.parse({ ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }),
});

/** Those that run at some moment of the span, the latest start first. */
export async function listPromotionsBetween(shopId: string, from: Date, to: Date): Promise<KnownPromotion[]> {
  const found = await db.promotion.findMany({
    where: { shopId, startsAt: { lte: to }, endsAt: { gt: from } },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
  });
  return found.map(fromRow);
}

export type PromotionRow = KnownPromotion & {
  changedAt: Date;
  changedBy: string | null;
  orders: number;
  /** What its lines cost less than at the till, in minor units. */
  reduction: number;
};

export async function listPromotions(shopId: string): Promise<PromotionRow[]> {
  const found = await db.$queryRaw<(Row & { changedByName: string | null; orders: number; reduction: number })[]>`
    select p.id, p.shop_id as "shopId", p.name, p.source, p.starts_at as "startsAt", p.ends_at as "endsAt", p.scope, p.effect, p.tolerance_percent as "tolerancePercent", p.code, p.min_units as "minUnits",
      p.changed_by as "changedBy", p.changed_at as "changedAt", u.name as "changedByName", coalesce(d.orders, 0) as orders, coalesce(d.reduction, 0)::float8 as reduction
    from promotion p left join app_user u on u.id::text = p.changed_by
    left join lateral (select count(distinct order_id)::int as orders, sum(due - paid) as reduction from price_difference where promotion_id = p.id) d on true
    where p.shop_id = ${shopId}::uuid order by p.starts_at desc, p.id`;
  return found.map(({ changedAt, changedByName, orders, reduction, ...row }) => ({
    ...fromRow({ ...row, changedAt }),
    changedAt,
    changedBy: changedByName,
    orders,
    reduction,
  }));
}

export async function getPromotion(tx: Db, shopId: string, id: string): Promise<{ promotion: Promotion; changedAt: Date }> {
  const row = await tx.promotion.findFirst({ where: { id, shopId } });
  if (!row) throw new AppError("not-found", "This promotion does not exist any more.");
  const { id: _, ...promotion } = fromRow(row);
  return { promotion, changedAt: row.changedAt };
}

/** Why it cannot be saved, by position: somebody else was faster, or it names no product of the shop. */
export async function listPromotionProblems(tx: Db, shopId: string, edits: readonly PromotionEdit[]): Promise<(string | null)[]> {
  const named = edits.flatMap(({ promotion }) => (promotion?.scope.of === "list" ? promotion.scope.skus : []));
  const [now, sold] = await Promise.all([
    tx.promotion.findMany({ where: { id: { in: edits.map(({ theirs }) => theirs) } } }),
    tx.$queryRaw<{ sku: string }[]>`
      select distinct sku from catalogue_item where connection_id = ${shopId}::uuid and gone_at is null and sku = any(${named}::text[])`,
  ]);
  const skus = new Set(sold.map(({ sku }) => sku));
  return edits.map(({ theirs, promotion, seenAt }) => {
    const stored = now.find(({ id }) => id === theirs);
    if (stored && stored.shopId !== shopId) return "This promotion belongs to another shop.";
    if (!stored && seenAt !== null) return "Somebody else has deleted this promotion.";
    if (stored && stored.changedAt.toISOString() !== seenAt) return "Somebody else has changed this promotion; look at it again.";
    const unknown = promotion?.scope.of === "list" ? promotion.scope.skus.filter((sku) => !skus.has(sku)) : [];
    return unknown.length === 0
      ? null
      : `The shop does not sell ${unknown.slice(0, 3).join(", ")}${unknown.length > 3 ? " and others" : ""}.`;
  });
}

/** Saves promotions and their history under one batch. Answers whether anything changed. */
export async function savePromotions(
  tx: Db,
  shopId: string,
  edits: readonly PromotionEdit[],
  by: string,
  batchId: string,
): Promise<boolean> {
  if (edits.length === 0) return false;
  const shop = await tx.connection.findUniqueOrThrow({ where: { id: shopId }, select: { zone: true, currency: true } });
  const before = new Map(
    (await tx.promotion.findMany({ where: { shopId, id: { in: edits.map(({ theirs }) => theirs) } } })).map((row) => [
      row.id,
      fromRow(row),
    ]),
  );
  const changed = edits.filter(({ theirs, promotion }) => !isSame(before.get(theirs) ?? null, promotion));
  const noted = (promotion: Promotion | null) =>
    promotion && { ours: sayPromotion(promotion, shop), promotion: Promotion.parse(promotion) };
  await tx.$executeRaw`
    insert into link_change (batch_id, shop_id, kind, theirs, before, after, by)
    select ${batchId}::uuid, ${shopId}::uuid, 'promotion', r.theirs, r.before, r.after, ${by}
    from json_to_recordset(${rows(changed.map(({ theirs, promotion }) => ({ theirs, before: noted(before.get(theirs) ?? null), after: noted(promotion) })))}) as r(theirs text, before jsonb, after jsonb)`;
  for (const { theirs: id, promotion } of changed) {
    if (promotion === null) await tx.promotion.delete({ where: { id } });
    else {
      const row = { ...promotion, shopId, changedBy: by, changedAt: new Date() };
      await tx.promotion.upsert({ where: { id }, create: { id, ...row }, update: row });
    }
  }
  return changed.length > 0;
}

/** As they stand, whatever the order of their fields. */
export const isSame = (a: Promotion | null, b: Promotion | null): boolean =>
  JSON.stringify(a && Promotion.parse(a)) === JSON.stringify(b && Promotion.parse(b));

export const findPromotion = async (tx: Db, shopId: string, id: string): Promise<Promotion | null> => {
  const row = await tx.promotion.findFirst({ where: { id, shopId } });
  return row && fromRow(row);
};
