import { minor, sum, toAmount } from "../money";
import type { Difference } from "./judge-order";
import type { PosOrderDraft, PosRow } from "./pos-order";
import { isRounding, vatAtPos } from "./predict-vat";
import type { ShopOrder } from "./shop-order";

/** `mapped`: another code on purpose; `rounding`: half a minor unit a row, arithmetic; `absent`: on one side only. */
export type SideVerdict = "equal" | "mapped" | "rounding" | "differs" | "absent";
export type ComparedField = {
  field: string;
  shop: string;
  sent: string;
  /** Null: not read back yet. */
  till: string | null;
  verdict: SideVerdict;
};
export type ComparedGroup = { title: string; fields: ComparedField[] };

/** What the shop says, what was sent and what was read back, field by field. `differences`: what the last read-back found; null = none was made. */
export function compareSides(
  order: ShopOrder,
  drafts: readonly PosOrderDraft[],
  differences: readonly Difference[] | null,
  nameOf: (warehouseId: string) => string = (id) => id,
): ComparedGroup[] {
  const money = (amount: number) => `${toAmount(amount, order.currency)} ${order.currency}`;
  const found = new Map(differences?.map(({ field, theirs }) => [field, theirs]) ?? []);
  const read = (judged: string, sent: string) => (differences === null ? null : (found.get(judged) ?? sent));
  const field = (name: string, shop: string, sent: string, judged: string, harmless?: "mapped" | "rounding"): ComparedField => {
    const till = read(judged, sent);
    const isRead = till === null || till === sent;
    return { field: name, shop, sent, till, verdict: !isRead ? "differs" : shop === sent ? "equal" : (harmless ?? "differs") };
  };

  const rows = drafts.flatMap((draft) => draft.rows);
  const sentTotal = sum(rows.map(paidOf));
  const whole: ComparedGroup = {
    title: "The order",
    fields: [
      field("Total", money(order.total), money(sentTotal), "total"),
      field("Currency", order.currency, drafts[0]?.currency ?? "", "currency"),
      field("Number in the shop", order.id, drafts[0]?.webOrderId ?? "", "web order"),
    ],
  };

  const lines = [
    ...order.lines.filter(({ quantity }) => quantity > 0),
    ...order.shippingLines.filter(({ listed }) => listed !== 0).map(asLine),
  ];
  const groups = lines.map((line): ComparedGroup => {
    const mine = rows.filter(({ shopLineId }) => shopLineId === line.id);
    const [first] = mine;
    const tax = sum(line.taxes.map(({ amount }) => amount));
    const paid = line.listed - line.discount + (order.taxesIncluded ? 0 : tax);
    if (!first) {
      const absent = { field: "Line", shop: `${line.quantity} × ${line.title}`, sent: "", till: null, verdict: "absent" as const };
      return { title: line.title, fields: [absent] };
    }
    const vat = sum(mine.map(vatAtPos));
    const isHalfPenny = isRounding({ rate: first.rate, shop: tax, pos: vat, rows: mine.length, paid: minor(paid) });
    const sentPaid = sum(mine.map(paidOf));
    const leftOver = !order.taxesIncluded && Math.abs(sentPaid - paid) * 2 <= lines.length ? "rounding" : undefined;
    return {
      title: line.title,
      fields: [
        field("SKU", line.sku ?? "none", first.sku, `product in row ${rows.indexOf(first) + 1}`, "mapped"),
        field(
          "Quantity",
          String(line.quantity),
          String(mine.reduce((total, { quantity }) => total + quantity, 0)),
          `quantity of ${first.sku}`,
        ),
        field("Paid", money(paid), money(sentPaid), `amount of ${first.sku}`, leftOver),
        field("VAT rate", `${rateOf(line.taxes)} %`, `${first.rate} %`, `VAT rate of ${first.sku}`),
        field("VAT", money(tax), money(vat), `VAT of ${first.sku}`, isHalfPenny ? "rounding" : undefined),
      ],
    };
  });

  const place: ComparedGroup[] = drafts.map((draft) => ({
    title: draft.externalId,
    fields: [
      field("External id", draft.externalId, draft.externalId, "external id"),
      field("Place", placeIn(order, draft.locationId), nameOf(draft.warehouseId), "warehouse", "mapped"),
      field("Rows", String(draft.rows.length), String(draft.rows.length), "number of rows"),
    ],
  }));
  return [whole, ...groups, ...place];
}

const paidOf = ({ gross, discount }: PosRow) => minor(gross - discount);
const asLine = (line: ShopOrder["shippingLines"][number]) => ({ ...line, sku: null, quantity: 1 });
const rateOf = (taxes: readonly { rate: string }[]) => String(taxes.reduce((total, { rate }) => total + Number(rate), 0));
const placeIn = (order: ShopOrder, locationId: string) =>
  order.allocations.find((allocation) => allocation.locationId === locationId)?.locationName ?? locationId;
