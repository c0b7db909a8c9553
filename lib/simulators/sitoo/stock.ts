import type { Account } from "./account";

export type Level = {
  warehouseitemid: number;
  warehouseid: number;
  sku: string;
  total: number;
  reserved: number;
  value: number;
  threshold: number;
  binlocation: string | null;
  datelastmodified: number;
  datelaststocktaking: number | null;
};

export const findLevel = ({ state }: Account, warehouseid: number, sku: string) =>
  state.one<Level>("select * from warehouse_item where warehouseid = ? and sku = ?", warehouseid, sku);

/** The row of a SKU in a warehouse, made with nothing in stock when there is none. */
export function touchLevel(account: Account, warehouseid: number, sku: string): Level {
  const known = findLevel(account, warehouseid, sku);
  if (known) return known;
  const sql = "insert into warehouse_item (warehouseid, sku, datelastmodified) values (?, ?, ?) returning *";
  const made = account.state.one<Level>(sql, warehouseid, sku, account.clock.now());
  if (!made) throw new Error(`no row for ${sku}`);
  return made;
}

/** Adds to what is physically there; below zero is allowed. Value leaves at the average cost. Answers the level after. */
export function moveLevel(account: Account, warehouseid: number, sku: string, quantity: number, unitCost: number | null): Level {
  const level = touchLevel(account, warehouseid, sku);
  const average = level.total > 0 ? level.value / level.total : 0;
  const value = unitCost === null ? Math.round(average * quantity) : Math.round((unitCost * quantity) / 1000);
  const sql = "update warehouse_item set total = total + ?, value = value + ?, datelastmodified = ? where warehouseitemid = ? returning *";
  return account.state.one<Level>(sql, quantity, value, account.clock.now(), level.warehouseitemid) ?? level;
}

function addReserved(account: Account, warehouseid: number, sku: string, quantity: number): void {
  const { warehouseitemid } = touchLevel(account, warehouseid, sku);
  const sql = "update warehouse_item set reserved = reserved + ?, datelastmodified = ? where warehouseitemid = ?";
  account.state.run(sql, quantity, account.clock.now(), warehouseitemid);
}

export type Reservation = { orderid: number; orderitemid: number; warehouseid: number; sku: string; quantity: number; until: number };

function free(account: Account, reservations: Reservation[]): void {
  for (const { orderid, orderitemid, warehouseid, sku, quantity } of reservations) {
    addReserved(account, warehouseid, sku, -quantity);
    account.state.run("delete from reservation where orderid = ? and orderitemid = ?", orderid, orderitemid);
  }
}

/** What an order holds, from now on: the reservations given instead of those it had. */
export function replaceReservations(account: Account, orderid: number, next: readonly Reservation[]): void {
  free(account, account.state.many<Reservation>("select * from reservation where orderid = ?", orderid));
  for (const { orderitemid, warehouseid, sku, quantity, until } of next) {
    addReserved(account, warehouseid, sku, quantity);
    const sql = "insert into reservation (orderid, orderitemid, warehouseid, sku, quantity, until) values (?, ?, ?, ?, ?, ?)";
    account.state.run(sql, orderid, orderitemid, warehouseid, sku, quantity, until);
  }
}

/** Call before levels are read: a reservation ends by itself when its date has passed. */
export function freeExpired(account: Account): void {
  const ended = account.state.many<Reservation>("select * from reservation where until <= ?", account.clock.now());
  if (ended.length > 0) account.state.transaction(() => free(account, ended));
}
