import Decimal from "decimal.js";

import { hundredths, moneyText } from "./scalars";

export type RowAmounts = {
  quantity: number;
  /** Thousandths: what one piece measures, "1.000" for goods sold by the piece. */
  unitQuantity: number;
  /** Gross of the whole row before discount, and the gross discount of the row; both negative on a refund. */
  moneyrowprice: string;
  moneyrowdiscount: string;
  /** Per cent. */
  vatvalue: number;
};

const toMoney = (hundredthsExact: Decimal) => moneyText(hundredthsExact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());

/** Net of the row is rounded once from its gross; VAT is what is left (15.00 at 6 % is 14.15 + 0.85). Per unit figures are net. */
export function rowAmounts({ quantity, unitQuantity, moneyrowprice, moneyrowdiscount, vatvalue }: RowAmounts) {
  const withVat = new Decimal(vatvalue).div(100).add(1);
  const price = hundredths(moneyrowprice);
  const discount = hundredths(moneyrowdiscount);
  const gross = price - discount;
  const net = new Decimal(gross).div(withVat);
  const roundedNet = net.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  const perUnit = net.div(quantity);
  return {
    moneynetpriceperunit: toMoney(perUnit),
    moneyitemtotal_net: moneyText(roundedNet),
    moneyitemtotal_vat: moneyText(gross - roundedNet),
    moneynetpriceperquantity: toMoney(perUnit.mul(1000).div(unitQuantity)),
    moneyoriginalprice: toMoney(new Decimal(price).div(withVat).div(quantity)),
    moneydiscountedprice: toMoney(perUnit),
    moneydiscount: toMoney(new Decimal(discount).div(withVat).div(quantity)),
  };
}

type RowTotals = { moneyitemtotal_net: string; moneyitemtotal_vat: string };

export function orderTotals(rows: readonly RowTotals[], roundoff: string) {
  const net = rows.reduce((total, row) => total + hundredths(row.moneyitemtotal_net), 0);
  const vat = rows.reduce((total, row) => total + hundredths(row.moneyitemtotal_vat), 0);
  return {
    moneytotal_net: moneyText(net),
    moneytotal_vat: moneyText(vat),
    moneydelivery_net: "0.00",
    moneydelivery_vat: "0.00",
    moneytotal_gross_delivery: "0.00",
    moneycheckout_net: "0.00",
    moneycheckout_vat: "0.00",
    moneytotal_gross_checkout: "0.00",
    moneyfinal_net: moneyText(net),
    moneyfinal_vat: moneyText(vat),
    moneyfinal_salestax: "0.00",
    moneytotal_gross_roundoff: roundoff,
    moneytotal_gross_all: moneyText(net + vat + hundredths(roundoff)),
  };
}
