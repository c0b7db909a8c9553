-- When a warehouse last sold, without walking through all that moved there.
create index pos_movement_sold on pos_movement (pos_id, warehouse_id, at desc) where kind in ('sale', 'refund');
