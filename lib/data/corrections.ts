import { AppError } from "@/lib/app-error";
import type { Correction } from "@/lib/domain/orders/apply-corrections";
import { isOrderFact, type OrderFact } from "@/lib/domain/orders/order-fact";
import { type Db, db, rows } from "./client";

export type StoredCorrection = Correction & {
  id: string;
  reason: string;
  byName: string | null;
  at: Date;
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
};

/** The corrections that count, by order. */
export async function listCorrections(shopId: string, orderIds: readonly string[]): Promise<Map<string, Correction[]>> {
  if (orderIds.length === 0) return new Map();
  const found = await db.orderCorrection.findMany({
    where: { shopId, orderId: { in: [...orderIds] }, withdrawnAt: null },
    orderBy: [{ at: "asc" }, { field: "asc" }],
  });
  const known = found.flatMap(({ orderId, field, was, value, label }) =>
    isOrderFact(field) ? [{ orderId, correction: { fact: field, was, value, label } }] : [],
  );
  return new Map([...Map.groupBy(known, ({ orderId }) => orderId)].map(([id, of]) => [id, of.map(({ correction }) => correction)]));
}

/** Every correction ever made to one order, oldest first. */
export async function listCorrectionsOf(shopId: string, orderId: string): Promise<StoredCorrection[]> {
  const found = await db.$queryRaw<(Omit<StoredCorrection, "fact"> & { fact: string })[]>`
    select c.id, c.field as fact, c.was, c.value, c.label, c.reason, u.name as "byName", c.at, c.withdrawn_at as "withdrawnAt", w.name as "withdrawnByName"
    from order_correction c left join app_user u on u.id::text = c.by left join app_user w on w.id::text = c.withdrawn_by
    where c.shop_id = ${shopId}::uuid and c.order_id = ${orderId} order by c.at, c.field`;
  return found.flatMap(({ fact, ...rest }) => (isOrderFact(fact) ? [{ ...rest, fact }] : []));
}

type Edit = { fact: OrderFact; was: string; value: string; label: string };

/** One that counts per fact: a newer one takes the place of the older. Answers the ids. */
export async function saveCorrections(
  tx: Db,
  order: { shopId: string; orderId: string },
  edits: readonly Edit[],
  { reason, by }: { reason: string; by: string },
): Promise<string[]> {
  const { shopId, orderId } = order;
  await tx.$executeRaw`
    update order_correction set withdrawn_at = now(), withdrawn_by = ${by}
    where shop_id = ${shopId}::uuid and order_id = ${orderId} and withdrawn_at is null and field = any(${edits.map(({ fact }) => fact)}::text[])`;
  const saved = await tx.$queryRaw<{ id: string }[]>`
    insert into order_correction (id, shop_id, order_id, field, was, value, label, reason, by)
    select gen_random_uuid(), ${shopId}::uuid, ${orderId}, r.fact, r.was, r.value, r.label, ${reason}, ${by}
    from json_to_recordset(${rows(edits)}) as r(fact text, was text, value text, label text) returning id`;
  return saved.map(({ id }) => id);
}

export type Withdrawn = { shopId: string; orderId: string; field: string };

/** The shop's own word counts again. */
export async function withdrawCorrection(tx: Db, id: string, by: string): Promise<Withdrawn> {
  const [done] = await tx.$queryRaw<Withdrawn[]>`
    update order_correction set withdrawn_at = now(), withdrawn_by = ${by} where id = ${id}::uuid and withdrawn_at is null
    returning shop_id as "shopId", order_id as "orderId", field`;
  if (!done) throw new AppError("conflict", "This correction does not count any more.");
  return done;
}
