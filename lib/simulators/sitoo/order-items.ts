import type { Account } from "./account";
import { rowAmounts } from "./order-arithmetic";
import type { ItemBody, OrderItem } from "./order-shape";
import { findProductBySku } from "./products";
import { decimalText, hundredths, moneyText, thousandths } from "./scalars";

/** Completes a row from the product that it names; an unknown SKU stays a row without a product. */
export function completeItem(account: Account, eshopid: number, body: ItemBody, orderitemid: number): OrderItem {
  const product = body.sku ? findProductBySku(account, eshopid, body.sku) : null;
  const vatvalue = body.vatvalue ?? product?.vatvalue ?? 0;
  const moneyrowprice = body.moneyrowprice ?? moneyText(hundredths(product?.moneyprice ?? "0.00") * body.quantity);
  const unitQuantity = thousandths(body.decimalunitquantity);
  const amounts = rowAmounts({
    quantity: body.quantity,
    unitQuantity,
    moneyrowprice,
    moneyrowdiscount: body.moneyrowdiscount,
    vatvalue,
  });
  const kept = hundredths(body.moneyrowdiscount) === 0 ? {} : { "orderitem-moneyrowdiscount": body.moneyrowdiscount };
  return {
    orderitemid,
    ...body,
    productid: product?.productid ?? null,
    sku: body.sku ?? "",
    moneyrowprice,
    moneypriceorg: body.moneypriceorg ?? product?.moneyprice ?? "0.00",
    vatvalue,
    decimalquantitytotal: decimalText(unitQuantity * body.quantity),
    ...amounts,
    additionaldata: { ...body.additionaldata, ...kept },
  };
}

/** Whether a row is goods whose stock is counted. */
export function countsStock(account: Account, eshopid: number, item: OrderItem): item is OrderItem & { sku: string } {
  if (item.productid === null || !item.sku) return false;
  return account.state.one("select 1 from product where eshopid = ? and sku = ? and counted = 1", eshopid, item.sku) !== null;
}
