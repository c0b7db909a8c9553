/** Times in milliseconds; money inside doc as decimal strings. An inventory item has the row of its variant. */
export const tables = `
create table if not exists token (token text primary key, scopes text not null, expires_at integer) without rowid;
create table if not exists location (id integer primary key, active integer not null, doc text not null);
create table if not exists product (
  id integer primary key autoincrement, handle text not null unique, title text not null, status text not null,
  created_at integer not null, updated_at integer not null, doc text not null);
create index if not exists product_by_update on product (updated_at, id);
create table if not exists variant (
  id integer primary key autoincrement, product_id integer not null, position integer not null, sku text, sku_key text, title text not null,
  barcode text, price text not null, compare_at text, policy text not null, tracked integer not null, taxable integer not null,
  requires_shipping integer not null, created_at integer not null, updated_at integer not null);
create index if not exists variant_by_product on variant (product_id, position);
create index if not exists variant_by_sku on variant (sku_key);
create index if not exists variant_by_update on variant (updated_at, id);
create table if not exists level (
  item integer not null, location integer not null, available integer not null default 0, committed integer not null default 0,
  unavailable integer not null default 0, incoming integer not null default 0, active integer not null default 1,
  created_at integer not null, updated_at integer not null, primary key (item, location)) without rowid;
create index if not exists level_by_location on level (location, item);
create table if not exists adjustment (id integer primary key autoincrement, created_at integer not null, doc text not null);
create table if not exists customer (
  id integer primary key autoincrement, email text unique, first_name text, last_name text, phone text,
  created_at integer not null, updated_at integer not null);
create table if not exists sale_order (
  id integer primary key autoincrement, name text not null unique, created_at integer not null, updated_at integer not null,
  processed_at integer not null, cancelled_at integer, test integer not null, email text, financial text not null, fulfilment text not null,
  source text, customer_id integer, doc text not null);
create index if not exists sale_order_by_update on sale_order (updated_at, id);
create index if not exists sale_order_by_processed on sale_order (processed_at, id);
create table if not exists order_line (
  id integer primary key autoincrement, order_id integer not null, variant_id integer, quantity integer not null, current integer not null,
  fulfilled integer not null default 0, doc text not null);
create index if not exists order_line_by_order on order_line (order_id, id);
create table if not exists order_transaction (
  id integer primary key autoincrement, order_id integer not null, kind text not null, status text not null, gateway text not null,
  amount text not null, parent_id integer, processed_at integer not null);
create index if not exists order_transaction_by_order on order_transaction (order_id, id);
create table if not exists fulfilment_order (
  id integer primary key autoincrement, order_id integer not null, location integer not null, method text not null, status text not null,
  prepared_at integer, created_at integer not null, updated_at integer not null);
create index if not exists fulfilment_order_by_order on fulfilment_order (order_id, id);
create table if not exists fulfilment_order_line (
  id integer primary key autoincrement, fulfilment_order_id integer not null, line_id integer not null, total integer not null,
  remaining integer not null);
create index if not exists fulfilment_order_line_by_order on fulfilment_order_line (fulfilment_order_id, id);
create table if not exists fulfilment (
  id integer primary key autoincrement, order_id integer not null, location integer not null, created_at integer not null, doc text not null);
create index if not exists fulfilment_by_order on fulfilment (order_id, id);
create table if not exists fulfilment_line (
  id integer primary key autoincrement, fulfilment_id integer not null, line_id integer not null, quantity integer not null);
create index if not exists fulfilment_line_by_fulfilment on fulfilment_line (fulfilment_id, id);
create table if not exists metafield (
  id integer primary key autoincrement, owner text not null, namespace text not null, key text not null, type text not null,
  value text not null, created_at integer not null, updated_at integer not null, unique (owner, namespace, key));
create table if not exists idempotency (
  key text primary key, operation text not null, parameters text not null, payload text, at integer not null) without rowid;
create table if not exists subscription (
  id integer primary key autoincrement, topic text not null, uri text not null, created_at integer not null, updated_at integer not null,
  doc text not null, unique (topic, uri));
create table if not exists delivery (
  id integer primary key autoincrement, place integer not null, subscription_id integer not null, topic text not null, about text not null,
  webhook_id text not null, event_id text not null, body text, triggered_at integer not null, tries integer not null default 0,
  next_at integer not null, state text not null default 'waiting', first_sent_at integer, ended_at integer, status integer);
create index if not exists delivery_waiting on delivery (next_at, place) where state = 'waiting';
create index if not exists delivery_by_state on delivery (state);
create index if not exists delivery_by_subscription on delivery (subscription_id) where state = 'waiting';
`;
