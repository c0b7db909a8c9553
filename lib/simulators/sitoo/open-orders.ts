import type { Account } from "./account";
import { logType } from "./order-log";
import { orderState, orderType } from "./order-shape";

type Row = { orderid: number; externalid: string; warehouseid: number | null; createdAt: number; isReady: number };

/** Orders from other systems that nobody has handed over yet, oldest first. */
export function listOpenOrders({ state }: Account): object[] {
  const logged = (what: string, type: number) =>
    `(select ${what} from order_log_item item where item.orderid = sale_order.orderid and json_extract(item.doc, '$.orderlogtypeid') = ${type})`;
  return state
    .many<Row>(
      `select orderid, externalid, warehouseid, ${logged("min(json_extract(item.doc, '$.date'))", logType.created)} createdAt,
         ${logged("count(*) > 0", logType.readyForPickup)} isReady
       from sale_order where orderstateid = ? and ordertypeid = ? and externalid is not null order by orderid`,
      orderState.open,
      orderType.order,
    )
    .map((row) => ({ ...row, isReady: row.isReady === 1 }));
}
