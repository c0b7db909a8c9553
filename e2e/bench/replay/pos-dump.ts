import { z } from "zod";

import { pence } from "./pence";

/** One Sitoo order of the dump, money in pence. */
export type TillOrder = {
  id: number;
  externalId: string;
  /** The shop's order id, from our external id. Null: made by somebody else. */
  webOrderId: string | null;
  warehouse: string;
  total: number;
  rows: { sku: string; quantity: number; gross: number; vat: number; rate: number }[];
};

const SitooOrder = z.object({
  orderid: z.int(),
  externalid: z.string().nullable(),
  registerid: z.string().nullable(),
  warehouseid: z.int().nullable(),
  moneytotal_gross_all: z.string(),
  orderitems: z.array(
    z.object({ sku: z.string(), quantity: z.int(), vatvalue: z.number(), moneyitemtotal_net: z.string(), moneyitemtotal_vat: z.string() }),
  ),
});

/** What the tills themselves sold has a register and is left out. */
export function readTillOrders(lines: Iterable<string>): TillOrder[] {
  const orders: TillOrder[] = [];
  for (const line of lines) {
    const order = SitooOrder.parse(JSON.parse(line));
    if (order.registerid === null) orders.push(toTillOrder(order));
  }
  return orders;
}

function toTillOrder({ orderid, externalid, warehouseid, moneytotal_gross_all, orderitems }: z.infer<typeof SitooOrder>): TillOrder {
  return {
    id: orderid,
    externalId: externalid ?? "",
    webOrderId: /^\w{3}-(\d+)(-\d+)?$/.exec(externalid ?? "")?.[1] ?? null,
    warehouse: String(warehouseid),
    total: pence(moneytotal_gross_all),
    rows: orderitems.map(({ sku, quantity, vatvalue, moneyitemtotal_net, moneyitemtotal_vat }) => {
      const vat = pence(moneyitemtotal_vat);
      return { sku, quantity, gross: pence(moneyitemtotal_net) + vat, vat, rate: vatvalue };
    }),
  };
}
