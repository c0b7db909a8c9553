import type { Account } from "./account";

export const logType = { created: 0, delivered: 70, readyForPickup: 900, pickupRejected: 910 } as const;

export function logOrder(
  { state, clock }: Account,
  orderid: number,
  entry: { orderlogtypeid: number; fvalue?: string; comment?: string },
): number {
  const doc = { date: clock.now(), fvalue: "", comment: "", ...entry };
  return state.run("insert into order_log_item (orderid, doc) values (?, ?)", orderid, JSON.stringify(doc)).id;
}

export function listLog({ state }: Account, orderid: number): object[] {
  const rows = state.many<{ doc: string }>("select doc from order_log_item where orderid = ? order by orderlogitemid", orderid);
  return rows.map(({ doc }) => JSON.parse(doc));
}
