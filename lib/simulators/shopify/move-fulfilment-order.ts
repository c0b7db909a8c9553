import { findVariant } from "./catalogue";
import { commit, release } from "./commitments";
import { type FulfilmentOrderRow, findFulfilmentOrder, listFulfilmentOrderLines } from "./fulfilment-source";
import { rowOf } from "./ids";
import { findLevel } from "./levels";
import { findLocation } from "./locations";
import { findLine, findOrder, saveOrder } from "./orders";
import type { UserError } from "./refusal";
import type { Shop } from "./shop";

type Moved = { original: number | null; moved: number | null; remaining: number | null; userErrors: UserError[] };
type Args = { id: string; newLocationId: string; fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null };

const refused = (message: string, field: string[] = ["id"]): Moved => ({
  original: null,
  moved: null,
  remaining: null,
  userErrors: [{ field, message }],
});

/** Another location takes the whole fulfilment order, or some units as a new one. */
export function moveFulfilmentOrder(shop: Shop, { id, newLocationId, fulfillmentOrderLineItems }: Args): Moved {
  const row = findFulfilmentOrder(shop, rowOf("FulfillmentOrder", id));
  if (!row) return refused("Fulfillment order does not exist.");
  if (row.status !== "OPEN") return refused(`Cannot change location of a fulfillment order that is ${row.status.toLowerCase()}.`);
  const destination = findLocation(shop, rowOf("Location", newLocationId));
  if (!destination?.active) return refused("The destination location does not exist or is not active.", ["newLocationId"]);
  if (destination.id === row.location) return refused("The fulfillment order is already assigned to this location.", ["newLocationId"]);

  const all = listFulfilmentOrderLines(shop, row.id);
  const wanted = all.flatMap((line) => {
    const asked = fulfillmentOrderLineItems?.find((item) => rowOf("FulfillmentOrderLineItem", item.id) === line.id);
    const units = fulfillmentOrderLineItems?.length ? (asked?.quantity ?? 0) : line.remaining;
    return units > 0 ? [{ line, units }] : [];
  });
  if (wanted.length === 0 || wanted.some(({ line, units }) => units > line.remaining)) return refused("There are no such units to move.");
  for (const { line } of wanted) {
    const variant = findVariant(shop, findLine(shop, line.line_id)?.variant_id ?? null);
    const isStocked = !variant?.tracked || findLevel(shop, variant.id, destination.id)?.active === 1;
    if (!isStocked) return refused("The destination location does not stock the requested item.", ["newLocationId"]);
  }

  for (const { line, units } of wanted) {
    release(shop, line, row.location, units);
    commit(shop, findLine(shop, line.line_id)?.variant_id ?? null, destination.id, units);
  }
  const isWhole = all.every((line) => wanted.find((part) => part.line.id === line.id)?.units === line.total);
  const moved = isWhole ? relocate(shop, row, destination.id) : splitOff(shop, row, destination.id, wanted);
  const order = findOrder(shop, row.order_id);
  if (order) saveOrder(shop, order);
  shop.webhooks.fulfilmentOrderMoved(row.id, moved, row.location);
  return { original: row.id, moved, remaining: isWhole ? null : row.id, userErrors: [] };
}

function relocate({ state, clock }: Shop, { id }: FulfilmentOrderRow, location: number): number {
  state.run("update fulfilment_order set location = ?, updated_at = ? where id = ?", location, clock.nowMs(), id);
  return id;
}

function splitOff(
  { state, clock }: Shop,
  row: FulfilmentOrderRow,
  location: number,
  parts: { line: { id: number; line_id: number }; units: number }[],
): number {
  const now = clock.nowMs();
  const insert = "insert into fulfilment_order (order_id, location, method, status, created_at, updated_at) values (?, ?, ?, 'OPEN', ?, ?)";
  const { id } = state.run(insert, row.order_id, location, row.method, now, now);
  for (const { line, units } of parts) {
    state.run("update fulfilment_order_line set total = total - ?, remaining = remaining - ? where id = ?", units, units, line.id);
    state.run(
      "insert into fulfilment_order_line (fulfilment_order_id, line_id, total, remaining) values (?, ?, ?, ?)",
      id,
      line.line_id,
      units,
      units,
    );
  }
  state.run("delete from fulfilment_order_line where fulfilment_order_id = ? and total = 0", row.id);
  state.run("update fulfilment_order set updated_at = ? where id = ?", now, row.id);
  return id;
}
