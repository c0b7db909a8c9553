import type { Account } from "./account";
import { type OrderDoc, orderState } from "./order-shape";
import { hundredths, moneyText } from "./scalars";

type Row = { orderdate: number; warehouseid: number | null; currencycode: string; doc: string };
type Sum = { orders: number; gross: number; rates: Map<number, { net: number; vat: number }> };

function add(sum: Sum, doc: OrderDoc): void {
  sum.orders += 1;
  sum.gross += hundredths(doc.moneytotal_gross_all);
  for (const { vatvalue, moneyitemtotal_net, moneyitemtotal_vat } of doc.orderitems) {
    const rate = sum.rates.get(vatvalue) ?? { net: 0, vat: 0 };
    rate.net += hundredths(moneyitemtotal_net);
    rate.vat += hundredths(moneyitemtotal_vat);
    sum.rates.set(vatvalue, rate);
  }
}

const shown = ({ orders, gross, rates }: Sum) => ({
  orders,
  gross: moneyText(gross),
  vat: [...rates]
    .sort(([a], [b]) => a - b)
    .map(([vatvalue, { net, vat }]) => ({ vatvalue, net: moneyText(net), vat: moneyText(vat), gross: moneyText(net + vat) })),
});

/** Orders that are neither cancelled nor abandoned, by the day of their orderdate in that zone, warehouse and currency, and all together. */
export function totalsByDay({ state }: Account, timeZone: string): object {
  const rows = state.many<Row>(
    "select orderdate, warehouseid, doc from sale_order join sale_order_doc using (orderid) where orderstateid not in (?, ?) order by orderid",
    orderState.cancelled,
    orderState.abandoned,
  );
  const dayOf = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const none = (): Sum => ({ orders: 0, gross: 0, rates: new Map() });
  const all = none();
  const groups = new Map<string, { day: string; warehouseid: number | null; currencycode: string; sum: Sum }>();
  for (const { orderdate, warehouseid, doc: text } of rows) {
    const doc: OrderDoc = JSON.parse(text);
    const day = dayOf.format(orderdate * 1000);
    const key = `${day} ${warehouseid} ${doc.currencycode}`;
    const group = groups.get(key) ?? { day, warehouseid, currencycode: doc.currencycode, sum: none() };
    groups.set(key, group);
    add(group.sum, doc);
    add(all, doc);
  }
  return { all: shown(all), byDay: [...groups.values()].map(({ sum, ...group }) => ({ ...group, ...shown(sum) })) };
}
