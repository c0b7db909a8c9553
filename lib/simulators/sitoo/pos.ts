import { z } from "zod";

import type { Account } from "./account";
import { deliver, openQuantities } from "./deliveries";
import { type NewOrder, orderState, orderType, paymentState, type StoredOrder } from "./order-shape";
import { changeOrder, createOrder, findStoredOrder } from "./orders";
import { findRegister, findStore, findWarehouse, type Register } from "./places";
import { findProductBySku } from "./products";
import { demand, found } from "./refused";
import { hundredths, Money, moneyText } from "./scalars";

const Till = z.object({
  registerid: z.string().optional(),
  /** Takes the warehouse's first register. */
  warehouseid: z.int().optional(),
});

const Line = z.object({
  sku: z.string(),
  quantity: z.int().positive().default(1),
  /** Gross per piece; the product's price when left out. */
  unitprice: Money.optional(),
  /** Gross of the row. */
  discount: Money.default("0.00"),
});

export const Sale = Till.extend({
  lines: z.array(Line).min(1),
  payments: z.array(z.object({ name: z.string(), moneyamount: Money })).optional(),
  orderdate: z.int().optional(),
  roundoff: Money.default("0.00"),
  /** Paid and taken along; "later" leaves the order open (endless aisle); "parked" is not paid either. */
  handover: z.enum(["now", "later", "parked"]).default("now"),
  /** The till has no connection: the sale is uploaded by /_control/upload. */
  offline: z.boolean().default(false),
  order: z.record(z.string(), z.unknown()).default({}),
});
export type Sale = z.infer<typeof Sale>;

export const Refund = Till.extend({
  /** The order that it comes from; without it a refund without reference. */
  orderid: z.int().optional(),
  lines: z.array(Line.extend({ sku: z.string().optional(), orderitemid: z.int().optional() })).min(1),
  reasoncode: z.string().default("RETURN"),
  comment: z.string().default(""),
  /** Where the goods go when not to the till's own warehouse. */
  returnwarehouseid: z.int().optional(),
  restock: z.boolean().default(true),
  paymentname: z.string().default("Card"),
});

export function findTill(account: Account, { registerid, warehouseid }: z.infer<typeof Till>): Register {
  if (registerid !== undefined) return found(findRegister(account, registerid), "registerid");
  const sql = "select * from register where warehouseid = ? order by registerid limit 1";
  return found(account.state.one<Register>(sql, warehouseid ?? 0), "register of that warehouse");
}

function storeData(account: Account, { warehouseid }: Register): Record<string, string> {
  const store = findStore(account, findWarehouse(account, warehouseid)?.storeid ?? null);
  return store ? { "store-externalid": store.externalid ?? "", "store-name": JSON.parse(store.doc).name } : {};
}

function nextReceipt(account: Account, till: Register): string {
  const sql = "update register set receipts = receipts + 1 where registerid = ? returning receipts";
  const { receipts } = account.state.one<{ receipts: number }>(sql, till.registerid) ?? { receipts: 0 };
  return `${till.registerkey ?? till.registerid.slice(1, 9)}-${receipts}`;
}

export type Sold = { orderid: number; receiptid: string; orderdeliveryid: number | null };

export function sell(account: Account, sale: Sale): Sold {
  const till = findTill(account, sale);
  const receiptid = nextReceipt(account, till);
  const orderitems = sale.lines.map(({ sku, quantity, unitprice, discount }) => {
    const product = found(findProductBySku(account, till.eshopid, sku), `sku ${sku}`);
    const moneyrowprice = moneyText(hundredths(unitprice ?? product.moneyprice) * quantity);
    return { sku, productname: product.title, quantity, moneyrowprice, moneyrowdiscount: discount, vatvalue: product.vatvalue };
  });
  const due = orderitems.reduce(
    (sum, row) => sum + hundredths(row.moneyrowprice) - hundredths(row.moneyrowdiscount),
    hundredths(sale.roundoff),
  );
  const parked = sale.handover === "parked";
  const body = {
    orderstateid: sale.handover === "now" ? orderState.closed : orderState.open,
    paymentstateid: parked ? paymentState.none : paymentState.successful,
    payments: parked ? [] : (sale.payments ?? [{ name: "Card", moneyamount: moneyText(due) }]),
    ...(sale.orderdate === undefined ? {} : { orderdate: sale.orderdate }),
    ...sale.order,
    ordertypeid: parked ? orderType.parked : orderType.order,
    warehouseid: till.warehouseid,
    orderitems,
    additionaldata: { "pos-receiptid": receiptid, ...storeData(account, till), ...(sale.order.additionaldata as object | undefined) },
  };
  const register = { registerid: till.registerid, receiptid, roundoff: sale.roundoff };
  const order = createOrder(account, till.eshopid, body as NewOrder, register);
  return { orderid: order.orderid, receiptid, orderdeliveryid: sale.handover === "now" ? deliverRest(account, order) : null };
}

/** Everything that is still open leaves from the order's warehouse. */
function deliverRest(account: Account, order: StoredOrder, ignoreStock = false): number | null {
  const orderdeliveryitems = openQuantities(account, order);
  return orderdeliveryitems.length === 0 ? null : deliver(account, order, { orderdeliveryref: "", orderdeliveryitems }, ignoreStock);
}

/** How much of a row can still come back: sold less what refunds of this order have taken. */
function refundable(account: Account, source: StoredOrder, orderitemid: number): number {
  const rows = account.state.many<{ doc: string }>(
    "select doc from sale_order join sale_order_doc using (orderid) where creditorderid = ? and orderstateid <> ?",
    source.orderid,
    orderState.cancelled,
  );
  const items = rows.flatMap(({ doc }) => (JSON.parse(doc) as StoredOrder["doc"]).orderitems);
  const back = items.filter(({ additionaldata }) => additionaldata["pos-originalsales-orderitemid"] === String(orderitemid));
  return (source.doc.orderitems[orderitemid]?.quantity ?? 0) + back.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function refund(account: Account, body: z.infer<typeof Refund>): Sold {
  const till = findTill(account, body);
  const source = body.orderid === undefined ? null : found(findStoredOrder(account, body.orderid), "orderid");
  const receiptid = nextReceipt(account, till);
  const orderitems = body.lines.map(({ sku, orderitemid, quantity, unitprice, discount }) => {
    const original = source?.doc.orderitems.find(
      (item) => item.orderitemid === orderitemid || (orderitemid === undefined && item.sku === sku),
    );
    demand(source === null || original !== undefined, "The order has no such row");
    demand(source === null || !original || refundable(account, source, original.orderitemid) >= quantity, "More than was sold");
    const product = findProductBySku(account, till.eshopid, original?.sku ?? sku ?? "");
    const paid = original && hundredths(original.moneyitemtotal_net) + hundredths(original.moneyitemtotal_vat);
    const row =
      paid === undefined || unitprice !== undefined
        ? hundredths(unitprice ?? product?.moneyprice ?? "0.00") * quantity
        : Math.round((paid * quantity) / (original?.quantity ?? 1));
    const reference = original ? { "pos-originalsales-orderitemid": String(original.orderitemid) } : {};
    const place = body.returnwarehouseid === undefined ? {} : { "return-warehouseid": String(body.returnwarehouseid) };
    return {
      sku: original?.sku ?? sku ?? "",
      productname: original?.productname ?? product?.title ?? "",
      quantity: -quantity,
      moneyrowprice: moneyText(-row),
      moneyrowdiscount: moneyText(-hundredths(discount)),
      vatvalue: original?.vatvalue ?? product?.vatvalue ?? 0,
      additionaldata: { "reasoncode-return": body.reasoncode, ...reference, ...place },
    };
  });
  const back = orderitems.reduce((sum, row) => sum + hundredths(row.moneyrowprice) - hundredths(row.moneyrowdiscount), 0);
  const reference: Record<string, string> = source ? { "pos-originalsales-orderid": String(source.orderid) } : {};
  const order = createOrder(
    account,
    till.eshopid,
    {
      ordertypeid: orderType.order,
      orderstateid: orderState.closed,
      paymentstateid: paymentState.successful,
      warehouseid: till.warehouseid,
      creditorderid: source?.orderid ?? null,
      currencycode: source?.doc.currencycode ?? account.profile.get().currencycode,
      orderitems,
      payments: [{ name: body.paymentname, moneyamount: moneyText(back) }],
      additionaldata: {
        "pos-receiptid": receiptid,
        ...storeData(account, till),
        ...reference,
        "refundreasoncode-reasoncode": body.reasoncode,
        "refundreasoncode-comment": body.comment,
      },
    },
    { registerid: till.registerid, receiptid },
  );
  return { orderid: order.orderid, receiptid, orderdeliveryid: deliverRest(account, order, !body.restock) };
}

/** The customer takes the rest along; the order closes. */
export function handOver(account: Account, orderid: number): { orderdeliveryid: number | null } {
  const order = found(findStoredOrder(account, orderid), "orderid");
  demand(order.orderstateid === orderState.open, "The order is not open");
  const orderdeliveryid = deliverRest(account, order);
  changeOrder(account, order.eshopid, orderid, { orderstateid: orderState.closed });
  return { orderdeliveryid };
}
