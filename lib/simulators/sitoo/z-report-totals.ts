import { type OrderDoc, type OrderItem, orderState } from "./order-shape";
import { hundredths, moneyText } from "./scalars";

export type OfRegister = { orderid: number; orderdate: number; orderstateid: number; doc: string };
type Parsed = Omit<OfRegister, "doc"> & { doc: OrderDoc };

const gross = (item: OrderItem) => hundredths(item.moneyitemtotal_net) + hundredths(item.moneyitemtotal_vat);
const total = <T>(things: readonly T[], amount: (thing: T) => number) => things.reduce((sum, thing) => sum + amount(thing), 0);
const net = (item: OrderItem) => hundredths(item.moneyitemtotal_net);

/** `sign` -1 shows refunds as positive amounts, the way the report's refund block does. */
function vatGroups(items: OrderItem[], sign: 1 | -1) {
  return [...Map.groupBy(items, ({ vatvalue }) => vatvalue)]
    .sort(([a], [b]) => a - b)
    .map(([vatvalue, rows]) => ({
      vatvalue,
      moneytotal: moneyText(sign * total(rows, gross)),
      moneytotalnet: moneyText(sign * total(rows, net)),
      moneytotalvat: moneyText(sign * (total(rows, gross) - total(rows, net))),
    }));
}

function payments(orders: Parsed[], sign: 1 | -1) {
  const all = orders.flatMap(({ doc }) => doc.payments);
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, group]) => {
    const moneytotal = moneyText(sign * total(group, ({ moneyamount }) => hundredths(moneyamount)));
    return { name, moneytotal, moneycaptured: moneytotal, moneyinadvance: "0.00", moneyreserved: "0.00", subpayments: [] };
  });
}

function discounts(items: OrderItem[], sign: 1 | -1) {
  const reduced = items.filter(({ moneyrowdiscount }) => hundredths(moneyrowdiscount) !== 0);
  return [...Map.groupBy(reduced, ({ vouchercode }) => vouchercode ?? "discount-manual")].map(([vouchercode, rows]) => ({
    vouchercode,
    moneytotal: moneyText(sign * total(rows, ({ moneyrowdiscount }) => hundredths(moneyrowdiscount))),
  }));
}

/** What the register's last report carries over. */
export type Before = { moneygrandtotalsales: string; moneygrandtotalrefund: string; moneycash_out: string } | null;

export function registerTotals(rows: readonly OfRegister[], before: Before, counted: string | undefined) {
  const orders = rows.map(({ doc, ...row }): Parsed => ({ ...row, doc: JSON.parse(doc) }));
  const isRefund = ({ doc }: Parsed) => hundredths(doc.moneytotal_gross_all) < 0;
  const refunds = orders.filter(isRefund);
  const allSales = orders.filter((order) => !isRefund(order));
  const sales = allSales.filter(({ orderstateid }) => orderstateid === orderState.closed);
  const open = allSales.filter(({ orderstateid }) => orderstateid !== orderState.closed);
  const itemsOf = (some: Parsed[]) => some.flatMap(({ doc }) => doc.orderitems);
  const [sold, later, back] = [itemsOf(sales), itemsOf(open), itemsOf(refunds)];
  const pieces = (items: OrderItem[]) => Math.abs(total(items, ({ quantity }) => quantity));

  const salesTotal = total([...sold, ...later], gross);
  const refundTotal = -total(back, gross);
  const roundoff = total(orders, ({ doc }) => hundredths(doc.moneytotal_gross_roundoff));
  const cash = total(
    orders.flatMap(({ doc }) => doc.payments).filter(({ name }) => name.toLowerCase() === "cash"),
    ({ moneyamount }) => hundredths(moneyamount),
  );
  const cashIn = hundredths(before?.moneycash_out ?? "0.00");
  const expected = cashIn + cash;
  const cashCounted = counted === undefined ? expected : hundredths(counted);
  const grandSales = hundredths(before?.moneygrandtotalsales ?? "0.00") + salesTotal;
  const grandRefund = hundredths(before?.moneygrandtotalrefund ?? "0.00") + refundTotal;

  return {
    moneysalestotal: moneyText(total(sold, gross)),
    moneysalestotalnet: moneyText(total(sold, net)),
    numsales: sales.length,
    numsalesitems: pieces(sold),
    vatgroupssales: vatGroups(sold, 1),
    productgroupssales: [],
    moneysalesnotdeliveredtotal: moneyText(total(later, gross)),
    moneysalesnotdeliveredtotalnet: moneyText(total(later, net)),
    numsalesnotdelivered: open.length,
    numsalesnotdelivereditems: pieces(later),
    vatgroupssalesnotdelivered: vatGroups(later, 1),
    moneyrefundtotal: moneyText(refundTotal),
    moneyrefundtotalnet: moneyText(-total(back, net)),
    numrefund: refunds.length,
    numrefunditems: pieces(back),
    vatgroupsrefund: vatGroups(back, -1),
    productgroupsrefund: [],
    paymentssales: payments(allSales, 1),
    paymentsrefund: payments(refunds, -1),
    discountssales: discounts([...sold, ...later], 1),
    discountsrefund: discounts(back, -1),
    moneysummarysales: moneyText(salesTotal),
    moneysummaryrefund: moneyText(refundTotal),
    moneysummarysubtotal: moneyText(salesTotal - refundTotal),
    moneysummarysalestax: "0.00",
    moneysummaryroundoff: moneyText(roundoff),
    moneysummarytotal: moneyText(salesTotal - refundTotal + roundoff),
    moneycash_in: moneyText(cashIn),
    moneycash_salesrefunds: moneyText(cash),
    moneycash_petty: "0.00",
    moneycash_bank: "0.00",
    moneycash_expected: moneyText(expected),
    moneycash_counted: moneyText(cashCounted),
    moneycash_diff: moneyText(cashCounted - expected),
    moneycash_bankfinal: "0.00",
    moneycash_out: moneyText(cashCounted),
    numreceipts: orders.length,
    numopendrawer: 0,
    numpractice: 0,
    moneygrandtotalsales: moneyText(grandSales),
    moneygrandtotalrefund: moneyText(grandRefund),
    moneygrandtotalnet: moneyText(grandSales - grandRefund),
  };
}
