import { minor, sum, toAmount } from "../money";
import type { PosOrder, PosOrderDraft } from "./pos-order";
import { vatAtPos } from "./predict-vat";

export type Difference = { field: string; ours: string; theirs: string };

/** What the POS holds against what we sent, field by field. Empty = confirmed. */
export function judgeOrder(draft: PosOrderDraft, order: PosOrder): Difference[] {
  const money = (amount: number) => `${toAmount(amount, draft.currency)} ${draft.currency}`;
  const differences: Difference[] = [];
  const compare = (field: string, ours: string, theirs: string) => {
    if (ours !== theirs) differences.push({ field, ours, theirs });
  };
  compare("external id", draft.externalId, order.externalId ?? "none");
  compare("warehouse", draft.warehouseId, order.warehouseId ?? "none");
  compare("currency", draft.currency, order.currency);
  compare("total", money(totalOf(draft)), money(order.total));
  compare("number of rows", String(draft.rows.length), String(order.rows.length));
  draft.rows.forEach((row, index) => {
    const theirs = order.rows[index];
    if (!theirs) return;
    compare(`product in row ${index + 1}`, row.sku, theirs.sku);
    compare(`quantity of ${row.sku}`, String(row.quantity), String(theirs.quantity));
    compare(`amount of ${row.sku}`, money(row.gross - row.discount), money(theirs.gross));
    compare(`VAT rate of ${row.sku}`, `${row.rate} %`, `${theirs.rate} %`);
    compare(`VAT of ${row.sku}`, money(vatAtPos(row)), money(theirs.vat));
  });
  return differences;
}

/** A found order is ours only if web order, total and rows agree; anything else took our number. */
export function isOurs(draft: PosOrderDraft, order: PosOrder): boolean {
  return (
    order.webOrderId === draft.webOrderId &&
    order.total === totalOf(draft) &&
    order.rows.length === draft.rows.length &&
    draft.rows.every((row, index) => row.sku === order.rows[index]?.sku && row.quantity === order.rows[index]?.quantity)
  );
}

export const totalOf = ({ rows }: PosOrderDraft) => sum(rows.map(({ gross, discount }) => minor(gross - discount)));
