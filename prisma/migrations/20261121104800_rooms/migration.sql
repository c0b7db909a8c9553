-- The list of orders, newest first, and those that are not at the till yet.
create index order_lane_latest on order_lane ((coalesce(placed_at, hinted_at)) desc, order_id desc);
create index order_lane_promised on order_lane (promise_at) where state <> 'done';
-- What went through by itself today.
create index exception_released on exception (released_at) where state = 'released';
-- The web orders of one store.
create index effect_place on effect (connection_id, (request->>'warehouseId'), confirmed_at desc);
