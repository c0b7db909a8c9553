import type { WarehouseId } from "@/lib/domain/ids";
import { rateFromPercent } from "@/lib/domain/money";
import type { PosOrder } from "@/lib/domain/orders/pos-order";

import { addMoney, fromMoney, fromSeconds } from "./amounts";
import type { SitooOrder } from "./schemas";

const states: Readonly<Record<number, PosOrder["state"]>> = { 0: "open", 10: "closed", 20: "cancelled", [-1]: "abandoned" };

export function toPosOrder(order: SitooOrder): PosOrder {
  const currency = order.currencycode;
  const webOrderId = order.additionaldata["web-order-id"];
  return {
    id: order.orderid,
    externalId: order.externalid ?? null,
    state: states[order.orderstateid] ?? "open",
    warehouseId: (order.warehouseid ?? null) as WarehouseId | null,
    webOrderId: typeof webOrderId === "string" ? webOrderId : null,
    currency,
    total: fromMoney(order.moneytotal_gross_all, currency),
    reservedUntil: order.datereserved ? fromSeconds(order.datereserved) : null,
    rows: order.orderitems.map(({ sku, quantity, vatvalue, moneyitemtotal_net, moneyitemtotal_vat }) => {
      const net = fromMoney(moneyitemtotal_net, currency);
      const vat = fromMoney(moneyitemtotal_vat, currency);
      return { sku: sku ?? "", quantity, gross: addMoney(net, vat), net, vat, rate: rateFromPercent(vatvalue ?? 0) };
    }),
  };
}
