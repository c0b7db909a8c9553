/** Quantities in thousandths, money in hundredths, times in Unix seconds unless the name ends in _ms. */
export const tables = `
create table if not exists credential (apiid text primary key, password text not null);
create table if not exists site (eshopid integer primary key, doc text not null);
create table if not exists product_group (eshopid integer not null, vatid integer not null, doc text not null, primary key (eshopid, vatid));
create table if not exists product (
  productid integer primary key autoincrement, eshopid integer not null, sku text not null, active integer not null,
  counted integer not null, datemodified integer not null, variantparentid integer, doc text not null, unique (eshopid, sku));
create index if not exists product_by_change on product (eshopid, datemodified);
create table if not exists price_list (pricelistid integer primary key autoincrement, eshopid integer not null, doc text not null);
create table if not exists price_list_item (
  pricelistid integer not null, sku text not null, moneyprice integer not null, volume text not null, primary key (pricelistid, sku));
create table if not exists store (storeid integer primary key autoincrement, eshopid integer not null, externalid text, doc text not null);
create table if not exists warehouse (
  warehouseid integer primary key autoincrement, eshopid integer not null, warehousetype integer not null, storeid integer, doc text not null);
create table if not exists register (
  registerid text primary key, eshopid integer not null, warehouseid integer not null, registerkey text, receipts integer not null default 0,
  doc text not null);
create table if not exists customer (userid text primary key, eshopid integer not null, email text not null unique collate nocase, doc text not null);
create table if not exists warehouse_item (
  warehouseitemid integer primary key autoincrement, warehouseid integer not null, sku text not null, total integer not null default 0,
  reserved integer not null default 0, value integer not null default 0, threshold integer not null default 0, binlocation text,
  datelastmodified integer not null, datelaststocktaking integer, unique (warehouseid, sku));
create index if not exists warehouse_item_by_change on warehouse_item (warehouseid, datelastmodified);
create table if not exists reservation (
  orderid integer not null, orderitemid integer not null, warehouseid integer not null, sku text not null, quantity integer not null,
  until integer not null, primary key (orderid, orderitemid)) without rowid;
create index if not exists reservation_by_end on reservation (until);
create table if not exists warehouse_transaction (
  warehousetransactionid integer primary key autoincrement, eshopid integer not null, warehouseid integer not null,
  transactiontype integer not null, datecreated integer not null, visible_ms integer not null, doc text not null);
create index if not exists warehouse_transaction_by_place on warehouse_transaction (warehouseid, warehousetransactionid);
create table if not exists warehouse_batch (
  warehousebatchid integer primary key autoincrement, warehouseid integer not null, transactiontype integer not null, state integer not null,
  doc text not null);
create table if not exists warehouse_batch_item (
  warehousebatchid integer not null, sku text not null, quantity integer not null, primary key (warehousebatchid, sku));
create table if not exists sale_order (
  orderid integer primary key autoincrement, eshopid integer not null, externalid text unique, creditorderid integer, receiptid text,
  orderdate integer not null, orderstateid integer not null, paymentstateid integer not null, ordertypeid integer not null,
  warehouseid integer, email text, registerid text, zreportid integer, visible_ms integer not null);
create index if not exists sale_order_by_credit on sale_order (creditorderid);
create index if not exists sale_order_by_receipt on sale_order (receiptid);
create index if not exists sale_order_by_email on sale_order (email);
create index if not exists sale_order_by_register on sale_order (registerid, zreportid);
create table if not exists sale_order_doc (orderid integer primary key, doc text not null);
create table if not exists order_delivery (
  orderdeliveryid integer primary key autoincrement, orderid integer not null, warehouseid integer not null, datedelivery integer not null,
  doc text not null);
create index if not exists order_delivery_by_order on order_delivery (orderid);
create table if not exists order_log_item (orderlogitemid integer primary key autoincrement, orderid integer not null, doc text not null);
create index if not exists order_log_item_by_order on order_log_item (orderid);
create table if not exists z_report (
  registerid text not null, zreportid integer not null, eshopid integer not null, store_id text, dateadded integer not null, doc text not null,
  primary key (registerid, zreportid));
create table if not exists event (id integer primary key autoincrement, doc text not null);
create table if not exists offline_sale (id integer primary key autoincrement, registerid text not null, doc text not null);
`;
